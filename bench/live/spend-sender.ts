import { setTimeout as pause } from 'node:timers/promises';
import { Connections } from '../chaos/connections.js';
import { encodeId, IdFactory } from '../../src/domain/ids.js';
import { idSources } from '../../src/platform/id-sources.js';
import { systemClock } from '../../src/platform/clock.js';
import { campaignId } from '../estate/campaign-ids.js';
import { inParallel } from '../in-parallel.js';

const RECORD_SPEND = `mutation ($input: RecordSpendInput!) {
  recordSpend(input: $input) { entry { id } userErrors { message } }
}`;
const MS_PER_SECOND = 1_000;
const TICK_MS = 5;

interface Answer {
  readonly recordSpend: {
    readonly entry: { readonly id: string } | null;
    readonly userErrors: readonly { readonly message: string }[];
  };
}

/** Records spends of an estate's campaigns, one mutation each, over a number of kept connections. */
export class SpendSender {
  private readonly connections: Connections;
  private readonly ids = new IdFactory(idSources());
  private next = 0;

  /** `urls`: the programs that take turns. */
  constructor(
    private readonly urls: readonly string[],
    private readonly lanes: number,
  ) {
    // The agent counts them for each program by itself.
    this.connections = new Connections(Math.ceil(lanes / urls.length));
  }

  /** Records a spend of the nth campaign; returns after its commit. */
  async send(n: number, amount = '0.01'): Promise<void> {
    const eventId = this.ids.next(systemClock.now());
    const input = { campaignId: encodeId('campaign', campaignId(n)), amount, eventId };
    const url = this.urls[(this.next += 1) % this.urls.length] ?? '';
    const operation = { query: RECORD_SPEND, variables: { input } };
    const { recordSpend } = await this.connections.ask<Answer>(url, operation);
    if (!recordSpend.entry) throw new Error(JSON.stringify(recordSpend.userErrors));
  }

  /** As many as it can for a time, each time the one that `pick` says; gives how many a second. */
  async sendAtFullRate(pick: () => number, durationMs: number): Promise<number> {
    const startedAt = performance.now();
    const sent = await inParallel(this.lanes, durationMs, () => this.send(pick()));
    return (sent * MS_PER_SECOND) / (performance.now() - startedAt);
  }

  /** So many a second for a time, whether or not those before have been answered. */
  async sendSteadily(
    pick: () => number,
    { perSecond, durationMs }: { readonly perSecond: number; readonly durationMs: number },
  ): Promise<void> {
    const open = new Set<Promise<void>>();
    const startedAt = performance.now();
    let sent = 0;
    for (let elapsed = 0; elapsed < durationMs; elapsed = performance.now() - startedAt) {
      for (; sent < (elapsed * perSecond) / MS_PER_SECOND; sent += 1) {
        const one = this.send(pick()).finally(() => open.delete(one));
        open.add(one);
      }
      await pause(TICK_MS);
    }
    await Promise.all(open);
  }

  close(): void {
    this.connections.close();
  }
}
