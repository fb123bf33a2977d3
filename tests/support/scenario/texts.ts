import type {
  BlockerCode,
  ChangePartsFragment,
  ClosePartsFragment,
  StatePartsFragment,
  UsagePartsFragment,
  UserErrorPartsFragment,
} from '../../generated/graphql.js';

type State = Pick<StatePartsFragment, 'status' | 'statusSince' | 'blockers' | 'nextTransitionAt'>;
interface Point {
  readonly start: string;
  readonly spent: { readonly amount: string };
}

type Change = Pick<
  ChangePartsFragment,
  'from' | 'to' | 'blockersBefore' | 'blockers' | 'cause' | 'actor' | 'at'
>;

/**
 * What a campaign does, a line for its status and one for each blocker:
 * `PAUSED since 2026-03-28T12:00Z, next 2026-03-28T23:00Z`,
 * `DAILY_BUDGET since 2026-03-28T12:00Z, clears 2026-03-28T23:00Z`.
 * Instants are in UTC, to the minute where they are whole minutes.
 */
export function stateLines({ status, statusSince, blockers, nextTransitionAt }: State): string[] {
  return [
    `${status} since ${short(statusSince)}, next ${short(nextTransitionAt)}`,
    ...blockers.map(
      ({ code, since, clearsAt }) => `${code} since ${short(since)}, clears ${short(clearsAt)}`,
    ),
  ];
}

/**
 * A status change: `ACTIVE -> PAUSED DAILY_BUDGET+OUTSIDE_SCHEDULE, SPEND by First key at
 * 2026-03-28T12:00Z`; by nobody if time alone did it.
 */
export function changeLine({ at, cause, actor, ...change }: Change): string {
  const before = statusText(change.from, change.blockersBefore);
  const after = statusText(change.to, change.blockers);
  return `${before} -> ${after}, ${cause} by ${actor?.name ?? 'nobody'} at ${short(at)}`;
}

/** A period's usage: `2026-03-28T23:00Z to 2026-03-29T22:00Z: 12.5 of 100, true 20`; true if it differs. */
export function usageLine({ periodStart, periodEnd, spent, ...usage }: UsagePartsFragment): string {
  const { trueSpent, budget } = usage;
  const apart = trueSpent.amount === spent.amount ? '' : `, true ${trueSpent.amount}`;
  const bounds = `${short(periodStart)} to ${short(periodEnd)}`;
  return `${bounds}: ${spent.amount} of ${budget?.amount ?? 'no cap'}${apart}`;
}

/** An ended period: `DAY 2026-03-28: 12.5 of 100, closed 2026-03-28T23:00Z, restated 13`. */
export function closeLine({ period, date, spent, budget, ...close }: ClosePartsFragment): string {
  const cap = budget?.amount ?? 'no cap';
  const restated = close.restatedSpent === null ? '' : `, restated ${close.restatedSpent.amount}`;
  return `${period} ${date}: ${spent.amount} of ${cap}, closed ${short(close.closedAt)}${restated}`;
}

/** A point of a spend series: `2026-03-29T00:00Z 12.5`. */
export function pointLine({ start, spent }: Point): string {
  return `${short(start)} ${spent.amount}`;
}

/** Refusals: `input.dailyBudget TOO_PRECISE`, one for each. */
export function refusalLines(
  errors: readonly Pick<UserErrorPartsFragment, 'field' | 'code'>[],
): string[] {
  return errors.map(({ field, code }) => `${field.join('.')} ${code}`);
}

function statusText(status: string, blockers: readonly BlockerCode[]): string {
  return blockers.length === 0 ? status : `${status} ${blockers.join('+')}`;
}

/** An instant without its zero seconds and milliseconds; `never` for null. */
function short(instant: string | null): string {
  return instant?.replace(/(:00)?\.000Z$/, 'Z') ?? 'never';
}
