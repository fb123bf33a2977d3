import type { Actor } from '../access/caller.js';
import type { Brand, BrandSnapshot } from '../brand/brand.js';
import { moveToZone, type Roll, rollPeriods } from '../brand/roll.js';
import { isExhausted } from '../budget/tally.js';
import { advance } from '../campaign/advance.js';
import type { Campaign, CampaignSnapshot } from '../campaign/campaign.js';
import type { Trigger } from '../campaign/cause.js';
import { evaluate } from '../campaign/evaluate.js';
import {
  carryForward,
  sameState,
  type Transition,
  transitionBetween,
} from '../campaign/transition.js';
import { invariant } from '../errors.js';
import type { CampaignId } from '../ids.js';
import type { Micros } from '../money/micros.js';
import type { Instant } from '../time/instant.js';
import type { BudgetPeriod, Period } from '../time/period.js';
import type { TallySheet } from './tally-sheet.js';

/** A period to be closed: what it cost, and the cap it had. */
export interface Closing {
  readonly kind: BudgetPeriod;
  readonly period: Period;
  readonly spentMicros: Micros;
  readonly budgetMicros: Micros | null;
}

/** A transition of one campaign, and who sent the request that caused it (null: time did). */
export interface RecordedTransition {
  readonly campaignId: CampaignId;
  readonly transition: Transition;
  readonly actor: Actor | null;
}

/** Why campaigns are evaluated anew. */
export interface Reason {
  readonly trigger: Trigger;
  readonly actor: Actor | null;
}

/**
 * The working copy of one locked brand: itself, those of its campaigns that a unit of work needs,
 * and their counters. Changes are made here, purely; what they amount to is collected for one
 * write. A book must be settled before anything else is asked of it.
 */
export class BrandBook {
  readonly closings: Closing[] = [];
  readonly transitions: RecordedTransition[] = [];
  private readonly campaignsById = new Map<CampaignId, Campaign>();
  private readonly restated = new Set<CampaignId>();
  private rolled = false;

  constructor(
    private current: Brand,
    readonly tallies: TallySheet,
    /** The instant as of which everything in the book holds. */
    readonly now: Instant,
  ) {}

  get brand(): Brand {
    return this.current;
  }

  /** Adds campaigns as the database has them; those that are in the book already stay as they are. */
  add(campaigns: readonly Campaign[]): void {
    for (const campaign of campaigns) {
      invariant(campaign.brandId === this.current.id, 'a book holds one brand');
      if (!this.campaignsById.has(campaign.id)) this.campaignsById.set(campaign.id, campaign);
    }
  }

  has(id: CampaignId): boolean {
    return this.campaignsById.has(id);
  }

  campaign(id: CampaignId): Campaign {
    const campaign = this.campaignsById.get(id);
    invariant(campaign, 'the campaign was not loaded into the book');
    return campaign;
  }

  campaigns(): readonly Campaign[] {
    return [...this.campaignsById.values()];
  }

  /** Applies what time did since the book was last written, each thing at its own instant. */
  settle(): void {
    for (const campaign of this.campaignsById.values()) {
      const { nextTransitionAt } = campaign.state;
      if (nextTransitionAt === null || nextTransitionAt > this.now) continue;
      const { snapshot, transitions } = advance(this.snapshot(campaign.id), this.now);
      for (const transition of transitions) {
        this.transitions.push({ campaignId: campaign.id, transition, actor: null });
      }
      this.keep(snapshot.campaign);
    }
    this.take(rollPeriods(this.current, this.now));
  }

  /** Changes the brand; whatever that means for campaigns shows when they are re-evaluated. */
  editBrand(changes: Partial<Omit<Brand, 'timeZone' | 'day' | 'month'>>): void {
    this.current = { ...this.current, ...changes };
  }

  /** Moves the brand to another zone; days that this skips end at once. */
  moveToZone(timeZone: string): void {
    this.rolled = true;
    this.take(moveToZone(this.current, timeZone, this.now));
  }

  /** Changes what people decide about a campaign. */
  editCampaign(id: CampaignId, changes: Partial<Omit<Campaign, 'state'>>): void {
    this.campaignsById.set(id, { ...this.campaign(id), ...changes });
  }

  /** Decides anew what these campaigns do, for the given reason. */
  reevaluate(ids: Iterable<CampaignId>, { trigger, actor }: Reason): void {
    for (const id of ids) {
      const { campaign, ...facts } = this.snapshot(id);
      const before = campaign.state;
      const after = carryForward(before, evaluate({ campaign, ...facts }, this.now), this.now);
      const transition = transitionBetween(before, after, { trigger, at: this.now });
      if (transition) this.transitions.push({ campaignId: id, transition, actor });
      this.keep({ ...campaign, state: after });
    }
  }

  /** Which of the brand's caps are exhausted, as one comparable number. */
  brandExhaustion(): number {
    return this.exhaustionOf(this.current.id, this.current);
  }

  /** Which of a campaign's own caps are exhausted, as one comparable number. */
  exhaustion(id: CampaignId): number {
    return this.exhaustionOf(id, this.campaign(id));
  }

  snapshot(id: CampaignId): CampaignSnapshot {
    return {
      campaign: this.campaign(id),
      brand: this.current,
      totals: this.tallies.totals(id, this.current),
      brandTotals: this.tallies.totals(this.current.id, this.current),
      at: this.now,
    };
  }

  brandSnapshot(): BrandSnapshot {
    const totals = this.tallies.totals(this.current.id, this.current);
    return { brand: this.current, totals, at: this.now };
  }

  /** Campaigns whose stored state is no longer what the book says. */
  restatedCampaigns(): readonly Campaign[] {
    return [...this.restated].map((id) => this.campaign(id));
  }

  /** Whether the brand's current periods are no longer the stored ones. */
  get hasRolled(): boolean {
    return this.rolled;
  }

  private exhaustionOf(
    ownerId: string,
    caps: Pick<Brand, 'dailyBudgetMicros' | 'monthlyBudgetMicros'>,
  ): number {
    const { dailyBudgetMicros, monthlyBudgetMicros } = caps;
    if (dailyBudgetMicros === null && monthlyBudgetMicros === null) return 0;
    const { day, month } = this.tallies.totals(ownerId, this.current);
    const today = isExhausted(day, dailyBudgetMicros) ? 1 : 0;
    return today + (isExhausted(month, monthlyBudgetMicros) ? 2 : 0);
  }

  private keep(campaign: Campaign): void {
    const before = this.campaign(campaign.id);
    if (!sameState(before.state, campaign.state)) this.restated.add(campaign.id);
    this.campaignsById.set(campaign.id, campaign);
  }

  private take({ brand, ended }: Roll<Brand>): void {
    for (const { kind, period } of ended) this.closings.push(this.closingOf(kind, period));
    this.rolled ||= ended.length > 0;
    this.current = brand;
  }

  private closingOf(kind: BudgetPeriod, period: Period): Closing {
    const { agencyId, id, dailyBudgetMicros, monthlyBudgetMicros } = this.current;
    const counter = { agencyId, ownerId: id, period: kind, date: period.date };
    const tally = this.tallies.at(counter);
    return {
      kind,
      period,
      spentMicros: tally.trueSpentMicros,
      budgetMicros: kind === 'DAY' ? dailyBudgetMicros : monthlyBudgetMicros,
    };
  }
}
