import { type BlockerCode, isBudgetBlocker, precedenceOf } from './blocker.js';

export const CAUSES = [
  'USER',
  'SPEND',
  'SCHEDULE',
  'BUDGET_RESET',
  'BUDGET_CHANGE',
  'JOB',
] as const;
/** What brought a status change about; see the contract's `Cause`. */
export type Cause = (typeof CAUSES)[number];

/** What happened to the facts. TIME: nothing but the clock; ZONE: a brand moved to another zone. */
export type Trigger = 'TIME' | 'SPEND' | 'EDIT' | 'ZONE' | 'RESET' | 'REPAIR';

/**
 * Names the cause of a change. Where one trigger can act through several facts (an edit that
 * raises a cap and ends a flight), the blocker that turned the decision tells which one did.
 */
export function causeOf(
  trigger: Trigger,
  before: readonly BlockerCode[],
  after: readonly BlockerCode[],
): Cause {
  const byBudget = turnedByBudget(before, after);
  switch (trigger) {
    case 'SPEND':
      return 'SPEND';
    case 'RESET':
      return 'BUDGET_RESET';
    case 'REPAIR':
      return 'JOB';
    case 'TIME':
      return byBudget ? 'BUDGET_RESET' : 'SCHEDULE';
    case 'EDIT':
      return byBudget ? 'BUDGET_CHANGE' : 'USER';
    case 'ZONE':
      return byBudget ? 'BUDGET_RESET' : 'USER';
  }
}

/** Of the deciding blockers before and after, the more decisive one is what came or went. */
function turnedByBudget(before: readonly BlockerCode[], after: readonly BlockerCode[]): boolean {
  const turning = [before[0], after[0]]
    .filter((code) => code !== undefined)
    .sort((a, b) => precedenceOf(a) - precedenceOf(b))[0];
  return turning !== undefined && isBudgetBlocker(turning);
}
