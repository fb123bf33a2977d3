import type { AgencyId } from '../../domain/ids.js';
import type { Micros } from '../../domain/money/micros.js';
import type { LocalDate } from '../../domain/time/instant.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** An owner of counters, and its days or months from the first to the last date. */
export interface DateSpan {
  readonly ownerId: string;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

const SPEND_BY_DATE = statement(`
  select o.place::int as place, n.date, n.true_spent_micros
  from unnest($2::uuid[], $3::date[], $4::date[]) with ordinality
    as o (owner_id, first_date, last_date, place)
  join counter n on n.agency_id = $1 and n.owner_id = o.owner_id and n.period = $5
    and n.date between o.first_date and o.last_date`);

interface DateRow {
  /** Counted from 1. */
  readonly place: number;
  readonly date: LocalDate;
  readonly true_spent_micros: string;
}

/** The true spend of each span by date, in the order of the spans; a date without spend is not there. */
export async function readSpendByDate(
  sql: Sql,
  {
    agencyId,
    period,
    spans,
  }: {
    readonly agencyId: AgencyId;
    readonly period: BudgetPeriod;
    readonly spans: readonly DateSpan[];
  },
): Promise<readonly ReadonlyMap<LocalDate, Micros>[]> {
  const rows = await sql.rows<DateRow>(SPEND_BY_DATE, [
    agencyId,
    spans.map(({ ownerId }) => ownerId),
    spans.map(({ first }) => first),
    spans.map(({ last }) => last),
    period,
  ]);
  const spent = spans.map(() => new Map<LocalDate, Micros>());
  for (const { place, date, true_spent_micros } of rows) {
    spent[place - 1]?.set(date, BigInt(true_spent_micros));
  }
  return spent;
}
