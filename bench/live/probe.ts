import pg from 'pg';
import { encodeId } from '../../src/domain/ids.js';
import { campaignId } from '../estate/campaign-ids.js';
import type { Estate } from '../estate/estate.js';
import type { SpendSender } from './spend-sender.js';
import type { KeptMessage, SubscriberGroup } from './subscriber-protocol.js';
import { socketUrl } from './subscribers.js';

/** As many as one subscription may name. */
export const PROBED = 100;
/** Each campaign comes up every four seconds: a campaign's updates are held back only within a second. */
const PROBES_PER_SECOND = 25;

const SPEND_UPDATED = `subscription ($campaignIds: [ID!]!) {
  spendUpdated(campaignIds: $campaignIds) { at campaign { id } today { spent { amount } } }
}`;

interface Delivered {
  readonly payload: {
    readonly data: {
      readonly spendUpdated: { readonly at: string; readonly campaign: { id: string } };
    };
  };
}

/** A subscriber who watches the first hundred campaigns. */
export function probeGroup(url: string): SubscriberGroup {
  const campaignIds = Array.from({ length: PROBED }, (_, n) => encodeId('campaign', campaignId(n)));
  return {
    url: socketUrl(url),
    sockets: 1,
    keepsMessages: true,
    subscription: { query: SPEND_UPDATED, variables: { campaignIds } },
  };
}

/** Spends of these campaigns in turn, beside whatever else is recorded. */
export function sendProbes(sender: SpendSender, durationMs: number): Promise<void> {
  let next = 0;
  const pick = (): number => (next += 1) % PROBED;
  return sender.sendSteadily(pick, { perSecond: PROBES_PER_SECOND, durationMs });
}

/**
 * How long each message took from the writing of its row in the outbox, which is the last statement
 * before the commit, so a little more than from the commit; in milliseconds, sorted.
 */
export async function latenciesMs(
  { superuserUrl }: Estate,
  messages: readonly KeptMessage[],
): Promise<readonly number[]> {
  const writtenAt = await readWritten(superuserUrl);
  const latencies = messages.flatMap(({ at, text }) => {
    const { spendUpdated } = (JSON.parse(text) as Delivered).payload.data;
    const written = writtenAt.get(`${spendUpdated.campaign.id} ${Date.parse(spendUpdated.at)}`);
    return written === undefined ? [] : [at - written];
  });
  return latencies.toSorted((a, b) => a - b);
}

async function readWritten(url: string): Promise<ReadonlyMap<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string; at: number; written: number }>(
    `select id, (extract(epoch from at) * 1000)::float8 as at,
       (extract(epoch from written_at) * 1000)::float8 as written
     from outbox cross join unnest(campaign_ids) id where id = any($1::uuid[])`,
    [Array.from({ length: PROBED }, (_, n) => campaignId(n))],
  );
  await client.end();
  return new Map(rows.map(({ id, at, written }) => [`${encodeId('campaign', id)} ${at}`, written]));
}

/** The value below which a share of the sorted values lies. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
