import { FIRST_AGENCY_ID } from '../../src/domain/access/first-agency.js';
import { periodsAt } from '../../src/domain/brand/roll.js';
import { formatInstant, type Instant } from '../../src/domain/time/instant.js';
import type { Database } from '../../src/persistence/database.js';

export const CAMPAIGNS_PER_BRAND = 20;

/** The id of the nth campaign; its brand is the nth / 20th. */
export function campaignId(n: number): string {
  return uuid('8002', n);
}

export function brandId(n: number): string {
  return uuid('8001', n);
}

function uuid(group: string, n: number): string {
  return `00000000-0000-7000-${group}-${n.toString(16).padStart(12, '0')}`;
}

/** Makes brands of 20 ACTIVE campaigns each, with caps that no run reaches. */
export async function makeCampaigns(
  database: Database,
  { count, now }: { readonly count: number; readonly now: Instant },
): Promise<void> {
  const { day, month } = periodsAt(now, 'UTC');
  const numbers = (length: number): readonly number[] => Array.from({ length }, (_, n) => n);
  const brands = numbers(Math.ceil(count / CAMPAIGNS_PER_BRAND));
  const at = formatInstant(now);
  await database.everywhere.rows(
    `insert into brand (agency_id, id, name, currency, time_zone, status, daily_budget_micros, day,
       day_starts_at, day_ends_at, month, month_starts_at, month_ends_at, created_at, updated_at,
       version)
     select $1, id, 'Brand', 'EUR', 'UTC', 'ACTIVE', (10::numeric ^ 17)::bigint, $3::date, $4::timestamptz,
       $5::timestamptz, $6::date, $7::timestamptz, $8::timestamptz, $9::timestamptz, $9, 1
     from unnest($2::uuid[]) id`,
    [
      FIRST_AGENCY_ID,
      brands.map(brandId),
      day.date,
      formatInstant(day.startsAt),
      formatInstant(day.endsAt),
      month.date,
      formatInstant(month.startsAt),
      formatInstant(month.endsAt),
      at,
    ],
  );
  await database.everywhere.rows(
    `insert into campaign (agency_id, id, brand_id, name, desired_status, daily_budget_micros,
       created_at, updated_at, version, status, status_since, blockers)
     select $1, c.id, c.brand_id, 'Campaign', 'ACTIVE', (10::numeric ^ 17)::bigint, $4::timestamptz, $4, 1,
       'ACTIVE', $4, '[]'
     from unnest($2::uuid[], $3::uuid[]) as c (id, brand_id)`,
    [
      FIRST_AGENCY_ID,
      numbers(count).map(campaignId),
      numbers(count).map((n) => brandId(Math.floor(n / CAMPAIGNS_PER_BRAND))),
      at,
    ],
  );
  await database.pool.query('analyze');
}
