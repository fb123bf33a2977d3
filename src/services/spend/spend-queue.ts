import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { UnavailableError } from '../../domain/errors.js';
import type { BrandId } from '../../domain/ids.js';
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

/** Claims that are recorded together, from their beginning to their commit. */
interface Group {
  readonly members: readonly Pending[];
  /** Brands that it is known to lock. */
  readonly brandIds: ReadonlySet<BrandId>;
  /** Whether nothing is left to do but to write. */
  isDecided: boolean;
}

/**
 * Group commit: single claims that arrive together, of whatever agencies, are recorded in one transaction,
 * and each caller is answered after the commit. While a group is being recorded the next one gathers, so
 * that a busy server never waits and an idle one waits `maxWaitMs` at most. It begins when the other is
 * committed, or, if it is large enough and locks other brands, when that is only still being written.
 */
export class SpendQueue {
  private pending: Pending[] = [];
  private timer: NodeJS.Timeout | null = null;
  /** The group that is being recorded, or the one that is being written and the one after it. */
  private readonly groups = new Map<Group, Promise<void>>();

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
    while (this.pending.length > 0 || this.groups.size > 0) {
      this.start();
      await Promise.all(this.groups.values());
    }
  }

  private schedule(): void {
    if (this.groups.size > 0) return;
    if (this.pending.length >= this.limits.maxGroup) this.start();
    else
      this.timer ??= setTimeout(() => {
        this.start();
      }, this.limits.maxWaitMs);
  }

  private start(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const [before, ...others] = this.groups.keys();
    if (this.pending.length === 0 || others.length > 0) return;
    const members = this.pending.slice(0, this.limits.maxGroup);
    const group = { members, brandIds: this.brandIdsOf(members), isDecided: false };
    if (before && !canFollow(group, before)) return;
    this.pending = this.pending.slice(members.length);
    const recording = this.record(group).finally(() => {
      this.groups.delete(group);
      // What arrived meanwhile has waited long enough.
      this.start();
    });
    this.groups.set(group, recording);
  }

  private brandIdsOf(members: readonly Pending[]): ReadonlySet<BrandId> {
    const { campaigns } = this.kernel.database.known;
    const brandIds = members.map(({ claim }) =>
      claim.kind === 'SPEND' ? campaigns.get(claim.name)?.row.brandId : undefined,
    );
    return new Set(brandIds.filter((id) => id !== undefined));
  }

  private async record(group: Group): Promise<void> {
    const { members } = group;
    const claims = members.map(({ claim }) => claim);
    const settled = await recordOrHalve(this.kernel, claims, () => {
      group.isDecided = true;
      this.start();
    });
    // Only when the next group is on its way to the database: answering takes as long as writing.
    setImmediate(() => {
      settled.forEach((outcome, i) => {
        const member = members[i];
        if (outcome.status === 'fulfilled') member?.resolve(outcome.value);
        else member?.reject(outcome.reason);
      });
    });
  }
}

/**
 * Whether a group can begin while the one before it is written: two that need the same rows would only
 * wait for each other, and small ones cost more than they gain.
 */
function canFollow(group: Group, before: Group): boolean {
  if (!before.isDecided || group.members.length * 2 < before.members.length) return false;
  return group.brandIds.isDisjointFrom(before.brandIds);
}
