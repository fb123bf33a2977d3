import type { LocalDate } from '../../domain/time/instant.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import type { Sql } from '../unit-of-work.js';
import { type Sample, sampleOf } from './sample.js';

/** A counter from which more was set aside than was spent. */
export interface UnsoundOffset {
  readonly ownerId: string;
  readonly period: BudgetPeriod;
  readonly date: LocalDate;
  readonly trueSpentMicros: string;
  readonly offsetMicros: string;
}

/** Counters whose offset is not between zero and what was spent. */
export function findUnsoundOffsets(sql: Sql, limit: number): Promise<Sample<UnsoundOffset>> {
  return sampleOf<UnsoundOffset>(
    sql,
    `select owner_id as "ownerId", period, date, true_spent_micros as "trueSpentMicros",
       offset_micros as "offsetMicros", count(*) over ()::int as total
     from counter
     where offset_micros not between 0 and greatest(true_spent_micros, 0)
     order by date, period, owner_id
     limit $1`,
    limit,
  );
}
