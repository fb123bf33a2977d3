import type { AgencyId, BrandId, CloseId } from '../ids.js';
import type { Micros } from '../money/micros.js';
import type { Instant } from '../time/instant.js';
import type { BudgetPeriod, Period } from '../time/period.js';

/** An ended day or month of a brand, closed exactly once, as it is read. */
export interface PeriodClose {
  readonly id: CloseId;
  readonly agencyId: AgencyId;
  readonly brandId: BrandId;
  readonly currency: string;
  readonly kind: BudgetPeriod;
  readonly period: Period;
  /** The brand's true spend in the period when it was closed. */
  readonly spentMicros: Micros;
  /** The brand's cap when it was closed; null: none. */
  readonly budgetMicros: Micros | null;
  readonly closedAt: Instant;
  /** The period's true spend now if it differs from `spentMicros`; null if nothing came in later. */
  readonly restatedMicros: Micros | null;
}
