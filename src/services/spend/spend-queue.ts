import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { UnavailableError } from '../../domain/errors.js';
import type { Claim } from '../../domain/spend/claim.js';
import type { BookKernel } from '../kernel.js';
import type { ClaimResult } from './claim-group.js';
import { recordOrHalve } from './record-or-halve.js';

/** What became of a single claim, and its campaign as the commit left it (null if refused). */
export interface SettledClaim {
  readonly result: ClaimResult;
  readonly campaign: CampaignSnapshot | null;
}

export interface SpendQueueLimits {
  /** How long the first claim of a group waits for others, in milliseconds. */
  readonly maxWaitMs: number;
  /** How many claims one transaction takes. */
  readonly maxGroup: number;
  /** How many claims may wait; more are answered UNAVAILABLE. */
  readonly maxPending: number;
}

export const SPEND_QUEUE_LIMITS: SpendQueueLimits = {
  maxWaitMs: 2,
  maxGroup: 1_000,
  maxPending: 20_000,
};

interface Pending {
  readonly claim: Claim;
  readonly resolve: (settled: SettledClaim) => void;
  readonly reject: (error: unknown) => void;
}

const RETRY_AFTER_SECONDS = 1;

/**
 * Group commit: single claims that arrive together, of whatever agencies, are recorded in one transaction, and each caller
 * is answered after the commit. While a group is being written the next one gathers, so that a busy
 * server never waits and an idle one waits `maxWaitMs` at most.
 */
export class SpendQueue {
  private pending: Pending[] = [];
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> | null = null;

  constructor(
    private readonly kernel: BookKernel,
    private readonly limits: SpendQueueLimits = SPEND_QUEUE_LIMITS,
  ) {}

  /** How many claims wait for their transaction. */
  get length(): number {
    return this.pending.length;
  }

  /**
   * Records a claim with others. Throws UnavailableError if too many wait or the database is gone:
   * then it is not known whether the claim was recorded, and sending it again is safe.
   */
  submit(claim: Claim): Promise<SettledClaim> {
    if (this.pending.length >= this.limits.maxPending) {
      const message = 'Too many spends are waiting to be recorded.';
      return Promise.reject(new UnavailableError(message, RETRY_AFTER_SECONDS));
    }
    return new Promise((resolve, reject) => {
      this.pending.push({ claim, resolve, reject });
      this.schedule();
    });
  }

  /** Writes what waits and returns when nothing does. */
  async drain(): Promise<void> {
    while (this.pending.length > 0 || this.writing) {
      this.start();
      await this.writing;
    }
  }

  private schedule(): void {
    if (this.writing) return;
    if (this.pending.length >= this.limits.maxGroup) this.start();
    else
      this.timer ??= setTimeout(() => {
        this.start();
      }, this.limits.maxWaitMs);
  }

  private start(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.writing || this.pending.length === 0) return;
    const group = this.pending.splice(0, this.limits.maxGroup);
    this.writing = this.write(group).finally(() => {
      this.writing = null;
      // What arrived meanwhile has waited long enough.
      this.start();
    });
  }

  private async write(group: readonly Pending[]): Promise<void> {
    const claims = group.map(({ claim }) => claim);
    const settled = await recordOrHalve(this.kernel, claims);
    // Only when the next group is on its way to the database: answering takes as long as writing.
    setImmediate(() => {
      settled.forEach((outcome, i) => {
        const member = group[i];
        if (outcome.status === 'fulfilled') member?.resolve(outcome.value);
        else member?.reject(outcome.reason);
      });
    });
  }
}
