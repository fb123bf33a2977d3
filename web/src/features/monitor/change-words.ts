import type { BlockerCode, Cause } from '../../client/generated/graphql.js';

/** What is known of why a status changed. */
export interface ChangeReason {
  readonly cause: Cause;
  readonly blockersBefore: readonly BlockerCode[];
  readonly blockers: readonly BlockerCode[];
  readonly actor: { readonly kind: string; readonly name: string } | null;
}

const BUDGETS: Partial<Readonly<Record<BlockerCode, string>>> = {
  DAILY_BUDGET: 'daily budget',
  MONTHLY_BUDGET: 'monthly budget',
  BRAND_DAILY_BUDGET: 'brand’s daily budget',
  BRAND_MONTHLY_BUDGET: 'brand’s monthly budget',
};

const MONTHLY: ReadonlySet<BlockerCode | undefined> = new Set<BlockerCode>([
  'MONTHLY_BUDGET',
  'BRAND_MONTHLY_BUDGET',
]);

/** Why a status changed, in a few words, such as `Spend reached the daily budget`. */
export function describeChange(reason: ChangeReason): string {
  const [before, after] = [reason.blockersBefore[0], reason.blockers[0]];
  switch (reason.cause) {
    case 'SPEND':
      return bySpend(before, after);
    case 'SCHEDULE':
      return bySchedule(before, after);
    case 'BUDGET_RESET':
      return byReset(before, reason);
    case 'BUDGET_CHANGE':
      return byBudget(before, after) + byWhom(reason);
    case 'USER':
      return byPerson(before, after) + byWhom(reason);
    case 'JOB':
      return 'A check repaired a difference';
  }
}

type Deciding = BlockerCode | undefined;

function bySpend(before: Deciding, after: Deciding): string {
  const reached = budgetOf(after);
  if (reached !== null) return `Spend reached the ${reached}`;
  const freed = budgetOf(before);
  return freed === null ? 'Spend changed what decides' : `A refund freed the ${freed}`;
}

function bySchedule(before: Deciding, after: Deciding): string {
  if (after === 'ENDED') return 'Its flight ended';
  if (before === 'NOT_STARTED') return 'Its flight began';
  if (after === 'OUTSIDE_SCHEDULE') return 'Its hours ended';
  return before === 'OUTSIDE_SCHEDULE' ? 'Its hours began' : 'Its hours or flight changed';
}

function byReset(before: Deciding, reason: ChangeReason): string {
  const { actor } = reason;
  if (actor !== null && actor.kind !== 'SYSTEM') {
    return `The ${budgetOf(before) ?? 'budget'} was reset${byWhom(reason)}`;
  }
  return MONTHLY.has(before) ? 'A new month began' : 'A new day began';
}

function byBudget(before: Deciding, after: Deciding): string {
  const reached = budgetOf(after);
  if (reached !== null) return `The ${reached} was lowered`;
  return `The ${budgetOf(before) ?? 'budget'} was raised`;
}

function byPerson(before: Deciding, after: Deciding): string {
  if (after === 'ARCHIVED') return 'Archived';
  if (before === 'ARCHIVED') return 'Restored';
  if (after === 'MANUAL_PAUSE') return 'Paused';
  if (after === 'BRAND_PAUSED') return 'Its brand was paused';
  if (before === 'MANUAL_PAUSE') return 'Activated';
  return before === 'BRAND_PAUSED' ? 'Its brand was activated' : 'Edited';
}

function budgetOf(code: Deciding): string | null {
  return code === undefined ? null : (BUDGETS[code] ?? null);
}

function byWhom({ actor }: ChangeReason): string {
  return actor === null ? '' : ` by ${actor.name}`;
}
