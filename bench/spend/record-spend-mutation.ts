import { Agent, request } from 'node:http';
import { encodeId, type IdFactory } from '../../src/domain/ids.js';
import type { Clock } from '../../src/platform/clock.js';
import { ADMIN_HEADERS } from '../admin-key.js';
import type { Contender } from '../rounds.js';
import { campaignId } from './campaigns.js';
import { inParallel } from './transaction-per-event.js';

const CONNECTIONS = 64;

const RECORD_SPEND = `mutation ($input: RecordSpendInput!) {
  recordSpend(input: $input) { duplicate entry { id } campaign { status } userErrors { code } }
}`;

interface Answer {
  readonly data?: {
    readonly recordSpend: { readonly entry: unknown; readonly userErrors: readonly unknown[] };
  };
}

/** Records spends through the API, one mutation each, as 64 clients with a connection each do. */
export function recordSpendMutation(
  { url, ids, clock }: { readonly url: string; readonly ids: IdFactory; readonly clock: Clock },
  pick: () => number,
): Contender {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const spend = async (): Promise<void> => {
    const input = {
      campaignId: encodeId('campaign', campaignId(pick())),
      amount: '0.01',
      eventId: ids.next(clock.now()),
      source: 'bench',
    };
    const answer = await post({ url, agent }, { query: RECORD_SPEND, variables: { input } });
    if (!answer.data?.recordSpend.entry) throw new Error(JSON.stringify(answer));
  };
  return {
    name: `recordSpend, one event a mutation, ${CONNECTIONS} connections`,
    run: (durationMs) => inParallel(CONNECTIONS, durationMs, spend),
  };
}

function post(
  { url, agent }: { readonly url: string; readonly agent: Agent },
  body: unknown,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...ADMIN_HEADERS,
    };
    const call = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer);
      });
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(text);
  });
}
