import { invariant } from '../../domain/errors.js';
import type { EntryId } from '../../domain/ids.js';
import type { Claim } from '../../domain/spend/claim.js';
import type { Instant } from '../../domain/time/instant.js';
import { MS_PER_DAY } from '../../domain/time/local-date.js';
import { withBooks } from '../books/with-books.js';
import type { Watcher } from '../progress.js';
import { recordClaims } from '../spend/record-claims.js';
import type { DemoBrand } from './demo-plan.js';
import type { DemoSpending } from './demo-spending.js';
import { type DemoSpend, type DemoSpender, MS_PER_HOUR } from './demo-spending.js';
import { type DemoAction, type DemoSite, makeDemoBrand } from './make-demo-brands.js';

/** What the ledger calls where the demo's past comes from. */
export const DEMO_SOURCE = 'demo';
/** The history reaches back so far; spend may be recorded up to 35 days late. */
const HISTORY_DAYS = 30;
/** Spends of so many hours are recorded together; of fewer once a budget is exhausted. */
const HOURS_PER_GROUP = { least: 4, most: 12 };
const MS_PER_MINUTE = 60_000;
/** So long after the last spend of a group it has been recorded. */
const RECORDING_MS = 1_500;

/** A clock that is moved through the past. */
export class PastClock {
  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant;
  }

  /** Moves forward; an earlier instant is ignored. */
  moveTo(instant: Instant): void {
    this.instant = Math.max(this.instant, instant);
  }
}

/** When the demo's history begins if it ends at `present`: on an hour. */
export function beginningOf(present: Instant): Instant {
  return Math.floor((present - HISTORY_DAYS * MS_PER_DAY) / MS_PER_HOUR) * MS_PER_HOUR;
}

/**
 * Plays the past of the demo: makes everything, and lets it spend, hour by hour, on a clock that moves
 * along, so that caps, schedules and periods do to it what they would have done.
 */
export class DemoPast {
  entries = 0;
  refunds = 0;
  private readonly spenders: DemoSpender[] = [];
  private actions: DemoAction[] = [];
  private group: DemoSpend[] = [];
  private hoursGathered = 0;
  private hasExhausted = false;
  private owed: { readonly spend: DemoSpend; readonly entryId: EntryId }[] = [];

  constructor(
    private readonly site: DemoSite,
    private readonly clock: PastClock,
    private readonly spending: DemoSpending,
  ) {}

  get campaigns(): number {
    return this.spenders.length;
  }

  async play(brands: readonly DemoBrand[], { onProgress, signal }: Watcher): Promise<void> {
    const { present } = this.site;
    await this.makeAll(brands);
    const start = beginningOf(present) + MS_PER_HOUR;
    const total = Math.ceil((present - start) / MS_PER_HOUR);
    for (let done = 0; done < total; done += 1) {
      signal.throwIfAborted();
      await this.playHour(start + done * MS_PER_HOUR);
      onProgress({ phase: 'Seeding', done: done + 1, total });
    }
    await this.flush();
    this.clock.moveTo(present);
    await this.settle();
  }

  private async makeAll(brands: readonly DemoBrand[]): Promise<void> {
    for (const brand of brands) {
      const { spenders, actions } = await makeDemoBrand(this.site, brand);
      this.spenders.push(...spenders);
      this.actions.push(...actions);
      this.clock.moveTo(this.clock.now() + MS_PER_MINUTE);
    }
  }

  private async playHour(hour: Instant): Promise<void> {
    await this.act(hour);
    const end = Math.min(hour + MS_PER_HOUR, this.site.present);
    const spends = this.spending.spendsOf(this.spenders, hour, end);
    this.group.push(...spends);
    this.hoursGathered += 1;
    this.hasExhausted ||= spends.some((spend) => this.spending.isExhausted(spend));
    const { least, most } = HOURS_PER_GROUP;
    if (this.hoursGathered >= (this.hasExhausted ? least : most)) await this.flush();
  }

  private async act(now: Instant): Promise<void> {
    const due = this.actions.filter(({ at }) => at <= now);
    if (due.length === 0) return;
    await this.flush();
    this.actions = this.actions.filter(({ at }) => at > now);
    for (const { at, run } of due.toSorted((a, b) => a.at - b.at)) {
      this.clock.moveTo(at);
      await run();
    }
  }

  /** Records what has gathered, as of just after its last spend. */
  private async flush(): Promise<void> {
    const { group } = this;
    this.hoursGathered = 0;
    this.hasExhausted = false;
    this.group = [];
    const last = group.at(-1);
    if (last === undefined) return;
    this.clock.moveTo(last.at + RECORDING_MS);
    const refunds = this.takeRefunds();
    const { kernel } = this.site;
    const claims = [...refunds, ...group.map((spend) => this.spendClaim(spend))];
    const { results } = await recordClaims(kernel, claims);
    results.forEach((result, i) => {
      invariant(result.outcome === 'RECORDED', 'the demo claims nothing that could be refused');
      const spend = group[i - refunds.length];
      if (spend?.refund) this.owed.push({ spend, entryId: result.entry.id });
    });
    this.entries += group.length;
    this.refunds += refunds.length;
  }

  private takeRefunds(): readonly Claim[] {
    const now = this.clock.now();
    const due = this.owed.filter(({ spend }) => (spend.refund?.at ?? Infinity) <= now);
    this.owed = this.owed.filter((one) => !due.includes(one));
    return due.flatMap(({ spend, entryId }) => {
      if (!spend.refund) return [];
      const { amountMicros } = spend.refund;
      this.spending.giveBack(spend, amountMicros);
      return [{ kind: 'REFUND', entryId, amountMicros, ...this.signature(`refund ${spend.key}`) }];
    });
  }

  private spendClaim({ spender, key, amountMicros, at }: DemoSpend): Claim {
    return {
      kind: 'SPEND',
      namedBy: 'campaignId',
      name: spender.campaignId,
      amountMicros,
      currency: spender.brand.currency,
      occurredAt: at,
      imported: false,
      ...this.signature(key),
    };
  }

  private signature(eventId: string): Pick<Claim, 'eventId' | 'source' | 'path' | 'caller'> {
    return { eventId, source: DEMO_SOURCE, path: [], caller: this.site.caller };
  }

  /** Brings everything to where it stands at present. */
  private async settle(): Promise<void> {
    const { kernel, caller } = this.site;
    const brands = [...new Set(this.spenders.map(({ brandId }) => brandId))];
    const scope = { reach: caller, brands, campaigns: 'ALL' } as const;
    await withBooks(kernel, scope, () => undefined);
  }
}
