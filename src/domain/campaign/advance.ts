import { rollPeriods } from '../brand/roll.js';
import { EMPTY_TALLY, EMPTY_TOTALS, type OwnerTotals } from '../budget/tally.js';
import type { Instant } from '../time/instant.js';
import type { CampaignSnapshot, CampaignState } from './campaign.js';
import { evaluate } from './evaluate.js';
import { carryForward, type Transition, transitionBetween } from './transition.js';

export interface Advance {
  readonly snapshot: CampaignSnapshot;
  /** What changed on the way, each at its own instant, in order. */
  readonly transitions: readonly Transition[];
}

/**
 * Plays everything that time alone does to a campaign, up to and including an instant: windows
 * and flights that begin and end, days and months that end. A period that begins on the way has no
 * spend yet: whoever writes spend brings its brand up to date first.
 */
export function advance(snapshot: CampaignSnapshot, until: Instant): Advance {
  const transitions: Transition[] = [];
  let current = snapshot;
  let next = current.campaign.state.nextTransitionAt;
  while (next !== null && next <= until) {
    current = rollSnapshot(current, next);
    const before = current.campaign.state;
    const after = carryForward(before, evaluate(current, next), next);
    const transition = transitionBetween(before, after, { trigger: 'TIME', at: next });
    if (transition) transitions.push(transition);
    current = withState(current, after);
    next = after.nextTransitionAt;
  }
  return { snapshot: rollSnapshot(current, until), transitions };
}

/** Moves the brand's periods forward; what begins on the way is empty. */
export function rollSnapshot(snapshot: CampaignSnapshot, at: Instant): CampaignSnapshot {
  const { brand, ended } = rollPeriods(snapshot.brand, at);
  if (ended.length === 0) return { ...snapshot, at };
  const monthEnded = ended.some(({ kind }) => kind === 'MONTH');
  return {
    ...snapshot,
    brand,
    totals: rolledTotals(snapshot.totals, monthEnded),
    brandTotals: rolledTotals(snapshot.brandTotals, monthEnded),
    at,
  };
}

/** Totals after at least one day has ended. */
export function rolledTotals(totals: OwnerTotals, monthEnded: boolean): OwnerTotals {
  return monthEnded ? EMPTY_TOTALS : { day: EMPTY_TALLY, month: totals.month };
}

function withState(snapshot: CampaignSnapshot, state: CampaignState): CampaignSnapshot {
  return { ...snapshot, campaign: { ...snapshot.campaign, state } };
}
