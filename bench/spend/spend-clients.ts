import { encodeId, IdFactory } from '../../src/domain/ids.js';
import { systemClock } from '../../src/platform/clock.js';
import { idSources } from '../../src/platform/id-sources.js';
import { campaignId } from '../estate/campaign-ids.js';
import { inParallel } from '../in-parallel.js';
import type { Contender } from '../rounds.js';
import { RawConnection } from './raw-connection.js';

const RECORD_SPEND = `mutation ($input: RecordSpendInput!) {
  recordSpend(input: $input) { duplicate entry { id } campaign { status } userErrors { code } }
}`;
const RECORD_BATCH = `mutation ($entries: [RecordSpendInput!]!) {
  recordSpendBatch(entries: $entries) { recorded duplicates rejected userErrors { code } }
}`;
export const BATCH_SIZE = 1_000;

/** Clients that record spends over HTTP, a connection each. */
export class SpendClients {
  private readonly ids = new IdFactory(idSources());

  private constructor(private readonly connections: readonly RawConnection[]) {}

  static async connect(url: string, count: number): Promise<SpendClients> {
    const opening = Array.from({ length: count }, () => RawConnection.open(url));
    return new SpendClients(await Promise.all(opening));
  }

  /** One event a mutation on the first so many campaigns, each as often as any other. */
  contender(campaigns: number): Contender {
    const campaignIds = idsOf(campaigns);
    return {
      name: `recordSpend, ${this.connections.length} connections`,
      run: (durationMs) =>
        inParallel(this.connections.length, durationMs, async (lane) => {
          const answer = await this.ask(lane, RECORD_SPEND, {
            input: this.spend(pick(campaignIds)),
          });
          if (!answer.includes('"entry":{')) throw new Error(answer);
        }),
    };
  }

  /** Batches of 1 000 on the first so many campaigns; counts their events. */
  batches(campaigns: number): Contender {
    const campaignIds = idsOf(campaigns);
    return {
      name: `recordSpendBatch, ${this.connections.length} connections`,
      run: async (durationMs) => {
        const done = await inParallel(this.connections.length, durationMs, (lane) =>
          this.batch(
            lane,
            Array.from({ length: BATCH_SIZE }, () => pick(campaignIds)),
          ),
        );
        return done * BATCH_SIZE;
      },
    };
  }

  /** Records a spend of each of the first so many campaigns. */
  async touch(campaigns: number): Promise<void> {
    const campaignIds = idsOf(campaigns);
    for (let from = 0; from < campaigns; from += BATCH_SIZE) {
      await this.batch(0, campaignIds.slice(from, from + BATCH_SIZE));
    }
  }

  close(): void {
    for (const connection of this.connections) connection.close();
  }

  private async batch(lane: number, campaignIds: readonly string[]): Promise<void> {
    const entries = campaignIds.map((id) => this.spend(id));
    const answer = await this.ask(lane, RECORD_BATCH, { entries });
    if (!answer.includes(`"recorded":${campaignIds.length},`)) throw new Error(answer);
  }

  private spend(campaign: string): object {
    const eventId = this.ids.next(systemClock.now());
    return { campaignId: campaign, amount: '0.01', eventId, source: 'bench' };
  }

  private ask(lane: number, query: string, variables: object): Promise<string> {
    const connection = this.connections[lane];
    if (!connection) throw new TypeError('each lane has a connection');
    return connection.ask(JSON.stringify({ query, variables }));
  }
}

function idsOf(campaigns: number): readonly string[] {
  return Array.from({ length: campaigns }, (_, n) => encodeId('campaign', campaignId(n)));
}

function pick(ids: readonly string[]): string {
  return ids[Math.floor(Math.random() * ids.length)] ?? '';
}
