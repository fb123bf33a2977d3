import { setTimeout as pause } from 'node:timers/promises';
import { formatMicros } from '../../src/domain/money/micros.js';
import type { Connections } from './connections.js';
import type { MortalProgram } from './mortal-program.js';
import { type PlannedSpend, sendingOrder } from './plan.js';

/** What is done to which program. */
export interface Ordeal {
  readonly program: MortalProgram;
  readonly connections: Connections;
  /** How many calls are under way at a time. */
  readonly parallel: number;
  /** How often the program is killed, evenly spread over the calls. */
  readonly kills: number;
  readonly campaignIds: readonly string[];
}

/** What the senders saw. */
export interface Acknowledged {
  /** The entry of each event, by every answer that named one. */
  readonly entryIds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly calls: number;
  /** Calls that were lost with the program and sent again. */
  readonly lost: number;
  /** Answers that said that the event had been recorded before. */
  readonly duplicates: number;
  readonly seconds: number;
}

interface Answer {
  readonly recordSpend: {
    readonly entry: { readonly id: string } | null;
    readonly duplicate: boolean;
    readonly userErrors: readonly { readonly message: string }[];
  };
}

const RECORD = `mutation ($input: RecordSpendInput!) {
  recordSpend(input: $input) { entry { id } duplicate userErrors { message } }
}`;
/** More often than a program is killed; a call that fails so often has another trouble. */
const MAX_ATTEMPTS = 50;
/** About a fifth of what a commit of many calls takes. */
const KILL_STEP_MS = 4;

/**
 * Records each spend until it is acknowledged, many at a time, while the program is killed and started
 * again. Throws if one is refused, or is not acknowledged after all.
 */
export async function recordThroughKills(
  ordeal: Ordeal,
  spends: readonly PlannedSpend[],
): Promise<Acknowledged> {
  const run = new Run(ordeal, sendingOrder(spends));
  const startedAt = performance.now();
  await run.done();
  const seconds = (performance.now() - startedAt) / 1_000;
  const { entryIds, calls, lost, duplicates } = run;
  return { entryIds, calls, lost, duplicates, seconds };
}

class Run {
  readonly entryIds = new Map<string, Set<string>>();
  readonly calls: number;
  lost = 0;
  duplicates = 0;
  private next = 0;
  private answered = 0;
  private killed = 0;
  private dying: Promise<void> = Promise.resolve();

  constructor(
    private readonly ordeal: Ordeal,
    private readonly order: readonly PlannedSpend[],
  ) {
    this.calls = order.length;
  }

  async done(): Promise<void> {
    await Promise.all(Array.from({ length: this.ordeal.parallel }, () => this.work()));
    await this.dying;
  }

  private async work(): Promise<void> {
    for (;;) {
      const spend = this.order[this.next];
      if (spend === undefined) return;
      this.next += 1;
      await this.record(spend);
      this.answered += 1;
      this.killInTime();
    }
  }

  private async record(spend: PlannedSpend): Promise<void> {
    const { program, connections, campaignIds } = this.ordeal;
    const input = {
      campaignId: campaignIds[spend.campaign],
      amount: formatMicros(spend.amountMicros),
      eventId: spend.eventId,
    };
    for (let attempt = 1; ; attempt += 1) {
      const url = await program.url();
      try {
        const answer = await connections.ask<Answer>(url, { query: RECORD, variables: { input } });
        this.note(spend, answer);
        return;
      } catch (error) {
        if (attempt === MAX_ATTEMPTS) throw error;
        this.lost += 1;
      }
    }
  }

  private note({ eventId }: PlannedSpend, { recordSpend }: Answer): void {
    const { entry, duplicate, userErrors } = recordSpend;
    if (!entry) throw new Error(`refused: ${userErrors.map(({ message }) => message).join('; ')}`);
    const seen = this.entryIds.get(eventId);
    if (seen) seen.add(entry.id);
    else this.entryIds.set(eventId, new Set([entry.id]));
    if (duplicate) this.duplicates += 1;
  }

  /** While many calls are under way. */
  private killInTime(): void {
    const { kills, program } = this.ordeal;
    if (this.killed >= kills) return;
    if (this.answered < ((this.killed + 1) * this.calls) / (kills + 1)) return;
    // Each time at another point between two commits, some of them before the answers are sent.
    const delayMs = this.killed * KILL_STEP_MS;
    this.killed += 1;
    this.dying = this.dying.then(() => pause(delayMs)).then(() => program.killAndRestart());
  }
}
