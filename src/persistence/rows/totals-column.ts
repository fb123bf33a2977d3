import type { OwnerTotals } from '../../domain/budget/tally.js';

/** True spend and offset of the current day, then of the current month, as decimal texts. */
export type TotalsColumn = readonly [
  dayTrueSpent: string,
  dayOffset: string,
  monthTrueSpent: string,
  monthOffset: string,
];

/** An owner of counters in a statement where `b` is its brand: `c` for a campaign, `b` itself. */
type Owner = 'b' | 'c';

/** Joins an owner's counters of its brand's stored day and month as `<owner>_day`, `<owner>_month`. */
export function joinTotals(owner: Owner): string {
  return `${joinCounter(owner, 'day')} ${joinCounter(owner, 'month')}`;
}

/** Joins an owner's counter of its brand's stored day as `<owner>_day`, or month as `<owner>_month`. */
export function joinCounter(owner: Owner, period: 'day' | 'month'): string {
  const counter = `${owner}_${period}`;
  return `left join counter ${counter} on ${counter}.agency_id = ${owner}.agency_id
    and ${counter}.owner_id = ${owner}.id and ${counter}.period = '${period.toUpperCase()}'
    and ${counter}.date = b.${period}`;
}

/** What counts against a cap of what {@link joinCounter} joined. */
export function countedSpend(owner: Owner, period: 'day' | 'month'): string {
  const counter = `${owner}_${period}`;
  return `greatest(coalesce(${counter}.true_spent_micros - ${counter}.offset_micros, 0), 0)`;
}

/** What {@link joinTotals} joined, as a {@link TotalsColumn}. */
export function totalsColumn(owner: Owner): string {
  return `array[
    coalesce(${owner}_day.true_spent_micros, 0), coalesce(${owner}_day.offset_micros, 0),
    coalesce(${owner}_month.true_spent_micros, 0), coalesce(${owner}_month.offset_micros, 0)
  ]::text[]`;
}

export function totalsOf([dayTrue, dayOffset, monthTrue, monthOffset]: TotalsColumn): OwnerTotals {
  return {
    day: { trueSpentMicros: BigInt(dayTrue), offsetMicros: BigInt(dayOffset) },
    month: { trueSpentMicros: BigInt(monthTrue), offsetMicros: BigInt(monthOffset) },
  };
}
