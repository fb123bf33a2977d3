import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { UnavailableError } from '../../domain/errors.js';
import type { BrandId } from '../../domain/ids.js';
import type { Claim } from '../../domain/spend/claim.js';
import type { BookKernel } from '../kernel.js';
import type { ClaimResult } from './claim-group.js';
import { Crowd } from './crowd.js';
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
  /** The brand that it will lock, if that is known; null may turn out to be any. */
  readonly brandId: BrandId | null;
  readonly resolve: (settled: SettledClaim) => void;
  readonly reject: (error: unknown) => void;
}

const RETRY_AFTER_SECONDS = 1;

/** Claims that are recorded together, from their beginning to their commit. */
interface Group {
  readonly members: readonly Pending[];
  /** Brands that it is known to lock. */
  readonly brandIds: ReadonlySet<BrandId | null>;
  /** Whether nothing is left to do but to write. */
  isDecided: boolean;
}

/**
 * Group commit: single claims that arrive together, of whatever agencies, are recorded in one transaction,
 * and each caller is answered after the commit. While a group is being recorded the next one gathers, so
 * that a busy server never waits and an idle one waits `maxWaitMs` at most. It begins when the other is
 * committed; or while that is only still being written, without the claims of its brands, if there are many
 * others.
 */
export class SpendQueue {
  private pending: Pending[] = [];
  private timer: NodeJS.Timeout | null = null;
  /** How many claims have to wait before it is worth looking whether a group can begin. */
  private enough: number;
  private readonly crowd = new Crowd();
  /** The group that is being recorded, or the one that is being written and the one after it. */
  private readonly groups = new Map<Group, Promise<void>>();

  constructor(
    private readonly kernel: BookKernel,
    private readonly limits: SpendQueueLimits = SPEND_QUEUE_LIMITS,
  ) {
    this.enough = limits.maxGroup;
  }

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
      this.pending.push({ claim, brandId: this.brandIdOf(claim), resolve, reject });
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
    if (this.pending.length >= this.enough) this.start();
    else if (this.groups.size === 0)
      this.timer ??= setTimeout(() => {
        this.start();
      }, this.limits.maxWaitMs);
  }

  private start(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.enough = this.limits.maxGroup;
    const [before, second] = this.groups.keys();
    if (second || before?.isDecided === false) return;
    const members = this.nextMembers(before);
    if (members.length === 0) return;
    const begun = new Set(members);
    this.pending = this.pending.filter((one) => !begun.has(one));
    const brandIds = new Set(members.map(({ brandId }) => brandId));
    const group = { members, brandIds, isDecided: false };
    const recording = this.record(group).finally(() => {
      this.groups.delete(group);
      // What arrived meanwhile has waited long enough.
      this.start();
    });
    this.groups.set(group, recording);
  }

  /**
   * Who is recorded next. While a group is being written, its brands would only be waited for, and a
   * smaller group would cost more than it gains; claims of one brand keep their order.
   */
  private nextMembers(before: Group | undefined): readonly Pending[] {
    const first = this.pending.slice(0, this.limits.maxGroup);
    this.crowd.note(this.pending.length + (before?.members.length ?? 0));
    if (before === undefined) return first;
    const others = first.filter(({ brandId }) => brandId === null || !before.brandIds.has(brandId));
    const wanted = Math.max(before.members.length, this.crowd.worthwhile);
    const missing = wanted - others.length;
    if (missing <= 0) return others;
    this.enough = this.pending.length + missing;
    return [];
  }

  private brandIdOf(claim: Claim): BrandId | null {
    if (claim.kind !== 'SPEND') return null;
    return this.kernel.database.known.campaigns.get(claim.name)?.row.brandId ?? null;
  }

  private async record(group: Group): Promise<void> {
    const { members } = group;
    const claims = members.map(({ claim }) => claim);
    const settled = await recordOrHalve(this.kernel, claims, () => {
      group.isDecided = true;
      this.start();
    });
    members.forEach(({ resolve, reject }, i) => {
      const outcome = settled[i];
      if (outcome?.status === 'fulfilled') resolve(outcome.value);
      else reject(outcome?.reason);
    });
  }
}
