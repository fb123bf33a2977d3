import type { Micros } from '../money/micros.js';
import { countedMicros, type Tally } from './tally.js';

/** A tally seen against its cap. */
export interface Usage {
  /** What counts against the cap: true spend less what a reset set aside; never negative. */
  readonly spentMicros: Micros;
  readonly trueSpentMicros: Micros;
  /** The cap; null: none. */
  readonly budgetMicros: Micros | null;
  /** Cap less spent, negative when overspent; null without a cap. */
  readonly remainingMicros: Micros | null;
  /** spent / cap, at least 1 if and only if the cap is exhausted; null without a cap. */
  readonly utilization: number | null;
}

const LARGEST_BELOW_ONE = 1 - Number.EPSILON / 2;

/** How much of a budget is used. The cap is above zero. */
export function usageOf(tally: Tally, budgetMicros: Micros | null): Usage {
  const spentMicros = countedMicros(tally);
  return {
    spentMicros,
    trueSpentMicros: tally.trueSpentMicros,
    budgetMicros,
    remainingMicros: budgetMicros === null ? null : budgetMicros - spentMicros,
    utilization: budgetMicros === null ? null : utilizationOf(spentMicros, budgetMicros),
  };
}

function utilizationOf(spentMicros: Micros, budgetMicros: Micros): number {
  const ratio = Number(spentMicros) / Number(budgetMicros);
  // Both may be beyond 2^53, where the nearest float must not turn "almost" into "exhausted".
  if (spentMicros < budgetMicros) return Math.min(ratio, LARGEST_BELOW_ONE);
  return Math.max(ratio, 1);
}
