import type { PageRequest } from '../../domain/paging/page.js';
import type { BudgetPeriod } from '../../domain/time/period.js';

/** Sets the current period's spend of campaigns aside; one result for each id, in order. */
export interface ResetBudgetsRequest {
  readonly ids: readonly string[];
  readonly period: BudgetPeriod;
}

/** Sets the current period's spend of a brand's own counter aside. */
export interface ResetBrandBudgetRequest {
  readonly id: string;
  readonly period: BudgetPeriod;
}

/** The same page of the ended periods of several brands; period null: days and months. */
export interface ListPeriodClosesRequest {
  readonly brandIds: readonly string[];
  readonly period: BudgetPeriod | null;
  readonly page: PageRequest;
}
