import type { AgencyId } from '../../domain/ids.js';
import type { Micros } from '../../domain/money/micros.js';
import type { LocalDate } from '../../domain/time/instant.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** An owner of counters, and the dates of its days or months. */
export interface DatedOwner {
  readonly ownerId: string;
  readonly dates: readonly LocalDate[];
}

const SPEND_BY_DATE = statement(`
  select k.place, k.date, n.true_spent_micros
  from unnest($2::int[], $3::uuid[], $4::date[]) as k (place, owner_id, date)
  cross join lateral (
    select c.true_spent_micros from counter c
    where c.agency_id = $1 and c.period = $5 and c.date = k.date and c.owner_id = k.owner_id
    offset 0
  ) n`);

interface DateRow {
  readonly place: number;
  readonly date: LocalDate;
  readonly true_spent_micros: string;
}

/** The true spend of each owner by date, in the order of the owners; zero is not there. */
export async function readSpendByDate(
  sql: Sql,
  {
    agencyId,
    period,
    owners,
  }: {
    readonly agencyId: AgencyId;
    readonly period: BudgetPeriod;
    readonly owners: readonly DatedOwner[];
  },
): Promise<readonly ReadonlyMap<LocalDate, Micros>[]> {
  const keys = owners.flatMap(({ ownerId, dates }, place) =>
    dates.map((date) => ({ place, ownerId, date })),
  );
  const rows = await sql.rows<DateRow>(SPEND_BY_DATE, [
    agencyId,
    keys.map(({ place }) => place),
    keys.map(({ ownerId }) => ownerId),
    keys.map(({ date }) => date),
    period,
  ]);
  const spent = owners.map(() => new Map<LocalDate, Micros>());
  for (const { place, date, true_spent_micros } of rows) {
    spent[place]?.set(date, BigInt(true_spent_micros));
  }
  return spent;
}
