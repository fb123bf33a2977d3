import type { CounterKey, TallySheet } from '../../domain/book/tally-sheet.js';
import type { AgencyId } from '../../domain/ids.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

// One key lookup a row, whatever the planner knew of the table when it made its plan.
const TALLIES = statement(`
  select c.*
  from unnest($2::uuid[], $3::text[], $4::date[]) as k (owner_id, period, date)
  cross join lateral (
    select c.owner_id, c.period, c.date, c.true_spent_micros, c.offset_micros
    from counter c
    where c.agency_id = $1 and c.owner_id = k.owner_id and c.period = k.period and c.date = k.date
    limit 1
  ) c`);

interface TallyRow {
  readonly owner_id: string;
  readonly period: BudgetPeriod;
  readonly date: LocalDate;
  readonly true_spent_micros: string;
  readonly offset_micros: string;
}

/** Enters the named counters into the sheet as the database has them. */
export async function loadTallies(
  sql: Sql,
  {
    agencyId,
    keys,
    sheet,
  }: {
    readonly agencyId: AgencyId;
    readonly keys: readonly CounterKey[];
    readonly sheet: TallySheet;
  },
): Promise<void> {
  const rows = await sql.rows<TallyRow>(TALLIES, [
    agencyId,
    keys.map(({ ownerId }) => ownerId),
    keys.map(({ period }) => period),
    keys.map(({ date }) => date),
  ]);
  for (const row of rows) {
    const key = { ownerId: row.owner_id, period: row.period, date: row.date };
    sheet.enter(key, {
      trueSpentMicros: BigInt(row.true_spent_micros),
      offsetMicros: BigInt(row.offset_micros),
    });
  }
}
