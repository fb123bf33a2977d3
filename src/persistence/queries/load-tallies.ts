import type { CounterKey, TallySheet } from '../../domain/book/tally-sheet.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

// One key lookup a row, whatever the planner knew of the table when it made its plan.
const TALLIES = statement(`
  select c.*
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[])
    as k (agency_id, owner_id, period, date)
  cross join lateral (
    select c.agency_id, c.owner_id, c.period, c.date, c.true_spent_micros, c.offset_micros
    from counter c
    where c.agency_id = k.agency_id and c.owner_id = k.owner_id and c.period = k.period and c.date = k.date
    limit 1
  ) c`);

interface TallyRow {
  readonly agency_id: string;
  readonly owner_id: string;
  readonly period: BudgetPeriod;
  readonly date: LocalDate;
  readonly true_spent_micros: string;
  readonly offset_micros: string;
}

/** Enters the named counters into the sheet as the database has them. */
export async function loadTallies(
  sql: Sql,
  keys: readonly CounterKey[],
  sheet: TallySheet,
): Promise<void> {
  const rows = await sql.rows<TallyRow>(TALLIES, [
    keys.map(({ agencyId }) => agencyId),
    keys.map(({ ownerId }) => ownerId),
    keys.map(({ period }) => period),
    keys.map(({ date }) => date),
  ]);
  for (const row of rows) {
    const { agency_id: agencyId, owner_id: ownerId, period, date } = row;
    const key = { agencyId, ownerId, period, date };
    sheet.enter(key, {
      trueSpentMicros: BigInt(row.true_spent_micros),
      offsetMicros: BigInt(row.offset_micros),
    });
  }
}
