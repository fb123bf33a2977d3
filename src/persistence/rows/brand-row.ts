import type { Brand, BrandStatus } from '../../domain/brand/brand.js';
import type { Instant } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';

/** The brand's columns under names that no other table of a join has; `b` is the brand. */
export const BRAND_COLUMNS = `
  b.id as brand_id, b.agency_id, b.name as brand_name, b.external_id as brand_external_id,
  b.currency, b.time_zone, b.status as brand_status,
  b.daily_budget_micros as brand_daily_budget_micros,
  b.monthly_budget_micros as brand_monthly_budget_micros,
  b.day, b.day_starts_at, b.day_ends_at, b.month, b.month_starts_at, b.month_ends_at,
  b.created_at as brand_created_at, b.updated_at as brand_updated_at, b.version as brand_version`;

export interface BrandRow {
  readonly brand_id: string;
  readonly agency_id: string;
  readonly brand_name: string;
  readonly brand_external_id: string | null;
  readonly currency: string;
  readonly time_zone: string;
  readonly brand_status: BrandStatus;
  readonly brand_daily_budget_micros: string | null;
  readonly brand_monthly_budget_micros: string | null;
  readonly day: LocalDate;
  readonly day_starts_at: Instant;
  readonly day_ends_at: Instant;
  readonly month: LocalDate;
  readonly month_starts_at: Instant;
  readonly month_ends_at: Instant;
  readonly brand_created_at: Instant;
  readonly brand_updated_at: Instant;
  readonly brand_version: number;
}

export function brandOf(row: BrandRow): Brand {
  return {
    id: row.brand_id,
    agencyId: row.agency_id,
    name: row.brand_name,
    externalId: row.brand_external_id,
    currency: row.currency,
    timeZone: row.time_zone,
    status: row.brand_status,
    dailyBudgetMicros: microsOrNull(row.brand_daily_budget_micros),
    monthlyBudgetMicros: microsOrNull(row.brand_monthly_budget_micros),
    day: { date: row.day, startsAt: row.day_starts_at, endsAt: row.day_ends_at },
    month: { date: row.month, startsAt: row.month_starts_at, endsAt: row.month_ends_at },
    createdAt: row.brand_created_at,
    updatedAt: row.brand_updated_at,
    version: row.brand_version,
  };
}

export function microsOrNull(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
