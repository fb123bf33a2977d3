import type { AgencyId, BrandId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** Where the test clock was moved, and some of the brands that have something due there. */
export interface ClockStep {
  readonly at: Instant;
  readonly brands: readonly { readonly agencyId: AgencyId; readonly brandId: BrandId }[];
}

const STEP = statement(`
  with due as (
    select least(
      (select next_transition_at from campaign
        where next_transition_at <= $1::timestamptz order by next_transition_at limit 1),
      (select day_ends_at from brand
        where day_ends_at <= $1::timestamptz order by day_ends_at limit 1)) as at
  ), moved as (
    update test_clock set now = greatest(now, due.at)
    from due, (select set_config('synchronous_commit', 'off', true)) hurry
    where due.at is not null
    returning test_clock.now
  )
  select moved.now as at, found.agency_id, found.brand_id
  from moved cross join lateral (
    (select agency_id, id as brand_id from brand
      where day_ends_at <= moved.now order by day_ends_at limit $2)
    union
    (select agency_id, brand_id from campaign
      where next_transition_at <= moved.now order by next_transition_at limit $2)
  ) found`);

interface StepRow {
  readonly at: Instant;
  readonly agency_id: string;
  readonly brand_id: string;
}

/**
 * Moves the kept test clock to the earliest instant, up to `until`, at which something falls due;
 * it stays where it is while something is due already. Null if nothing falls due: then it has not
 * been moved. Like `commitLazily`, it does not wait for the disk.
 */
export async function stepTestClock(
  sql: Sql,
  until: Instant,
  limit: number,
): Promise<ClockStep | null> {
  const rows = await sql.rows<StepRow>(STEP, [formatInstant(until), limit]);
  const [first] = rows;
  if (first === undefined) return null;
  const brands = rows.map((row) => ({ agencyId: row.agency_id, brandId: row.brand_id }));
  return { at: first.at, brands };
}
