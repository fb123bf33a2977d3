import type { Cause } from '../../client/generated/graphql.js';

/** What brought a status change about, in few words. */
export const CAUSES: Readonly<Record<Cause, string>> = {
  USER: 'Edited',
  SPEND: 'Spend',
  SCHEDULE: 'Schedule or flight',
  BUDGET_RESET: 'New period or reset',
  BUDGET_CHANGE: 'Budget changed',
  JOB: 'Repaired by a check',
};
