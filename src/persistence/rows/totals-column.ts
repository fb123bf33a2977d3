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

type CurrentPeriod = 'day' | 'month';

/** Joins an owner's counters of its brand's stored day and month as `<owner>_day`, `<owner>_month`. */
export function joinTotals(owner: Owner): string {
  return `${joinCounter(owner, 'day')} ${joinCounter(owner, 'month')}`;
}

/**
 * Joins an owner's counter of its brand's stored day as `<owner>_day`, or month as `<owner>_month`.
 * The `offset 0` makes it a look-up for each owner: a join of tables may be done by reading all the
 * counters there are, the more the longer the history.
 */
export function joinCounter(owner: Owner, period: CurrentPeriod): string {
  return `left join lateral (
      select n.true_spent_micros, n.offset_micros from counter n
      where n.agency_id = ${owner}.agency_id and n.period = '${period.toUpperCase()}'
        and n.date = b.${period} and n.owner_id = ${owner}.id
      offset 0
    ) ${owner}_${period} on true`;
}

/**
 * The same for statements about all campaigns of an agency (`agency`: the placeholder of its id):
 * reads the counters of its brands' stored days, or months, at once instead of looking each up.
 */
export function joinAllCampaignCounters(period: CurrentPeriod, agency: string): string {
  return `left join (
      select n.* from (select distinct ${period} as date from brand where agency_id = ${agency}) p
      cross join lateral (
        select n.owner_id, n.date, n.true_spent_micros, n.offset_micros from counter n
        where n.agency_id = ${agency} and n.period = '${period.toUpperCase()}' and n.date = p.date
        offset 0
      ) n
    ) c_${period} on c_${period}.owner_id = c.id and c_${period}.date = b.${period}`;
}

/** What counts against a cap of what {@link joinCounter} joined. */
export function countedSpend(owner: Owner, period: CurrentPeriod): string {
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
