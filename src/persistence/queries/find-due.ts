import type { AgencyId, BrandId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** A brand that has something due, and how many of its campaigns have. */
export interface DueBrand {
  readonly agencyId: AgencyId;
  readonly brandId: BrandId;
  readonly campaigns: number;
}

const DUE_BRANDS = statement(`
  select due.agency_id, due.brand_id, (
    select count(*)::int from campaign c
    where c.agency_id = due.agency_id and c.brand_id = due.brand_id
      and c.next_transition_at <= $1::timestamptz) as campaigns
  from (
    select agency_id, brand_id, min(at) as at from (
      (select agency_id, id as brand_id, day_ends_at as at from brand
        where day_ends_at <= $1::timestamptz order by day_ends_at limit $2)
      union all
      (select agency_id, brand_id, next_transition_at from campaign
        where next_transition_at <= $1::timestamptz order by next_transition_at limit $2)
    ) event
    group by agency_id, brand_id order by min(at) limit $3
  ) due
  order by due.at`);

/** How many due rows are looked at to find `limit` brands: those of one brand often come together. */
const ROWS_PER_BRAND = 20;

interface DueRow {
  readonly agency_id: string;
  readonly brand_id: string;
  readonly campaigns: number;
}

/**
 * Some of the brands, of any agency, whose day has ended or that have a campaign with a transition
 * due at an instant; those that have waited longest first. Costs what is due, at most `limit`
 * brands, not what there is.
 */
export async function findDueBrands(
  sql: Sql,
  at: Instant,
  limit: number,
): Promise<readonly DueBrand[]> {
  const values = [formatInstant(at), limit * ROWS_PER_BRAND, limit];
  const rows = await sql.rows<DueRow>(DUE_BRANDS, values);
  return rows.map((row) => ({
    agencyId: row.agency_id,
    brandId: row.brand_id,
    campaigns: row.campaigns,
  }));
}

const EARLIEST_DUE = statement(`
  select least(
    (select min(next_transition_at) from campaign where next_transition_at is not null),
    (select min(day_ends_at) from brand)) as at`);

/** The earliest instant at which time alone changes something; null if it never does. */
export async function earliestDue(sql: Sql): Promise<Instant | null> {
  const [row] = await sql.rows<{ at: Instant | null }>(EARLIEST_DUE);
  return row?.at ?? null;
}
