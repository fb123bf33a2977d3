import { FIRST_AGENCY_ID } from '../../src/domain/access/first-agency.js';
import { periodsAt } from '../../src/domain/brand/roll.js';
import { formatInstant, type Instant } from '../../src/domain/time/instant.js';
import { brandIdSql, campaignIdSql, CAMPAIGNS_PER_BRAND } from './campaign-ids.js';

/** A cap that no run reaches. */
const FAR_CAP_MICROS = '100000000000000000';
const SPENT_TODAY_MICROS = 1_000_000;

/**
 * The statements that fill a migrated database with brands of 20 ACTIVE campaigns each, all with caps
 * and with counters of the running day and month. Without the checks of foreign keys, which hold by
 * the way these rows are made, and would take most of the time.
 */
export function fillStatements(
  campaigns: number,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): readonly string[] {
  const { day, month } = periodsAt(now, timeZone);
  const at = `'${formatInstant(now)}'::timestamptz`;
  const agency = `'${FIRST_AGENCY_ID}'::uuid`;
  const brands = Math.ceil(campaigns / CAMPAIGNS_PER_BRAND);
  const bounds = [
    ...[day.startsAt, day.endsAt].map((instant) => `'${formatInstant(instant)}'::timestamptz`),
    `'${month.date}'::date`,
    ...[month.startsAt, month.endsAt].map((instant) => `'${formatInstant(instant)}'::timestamptz`),
  ];
  const counters = (owner: string, count: number, share: number): readonly string[] =>
    (['DAY', 'MONTH'] as const).map(
      (period) => `insert into counter (agency_id, owner_id, period, date, true_spent_micros)
        select ${agency}, ${owner}, '${period}', '${(period === 'DAY' ? day : month).date}',
          ${SPENT_TODAY_MICROS * share} from generate_series(0, ${count - 1}) n`,
    );
  return [
    `set session_replication_role = replica`,
    `set maintenance_work_mem = '256MB'`,
    `insert into agency (id, name, created_at) values (${agency}, 'Agency', ${at})`,
    ...(campaigns === 0
      ? []
      : [
          `insert into brand (agency_id, id, name, currency, time_zone, status, daily_budget_micros,
             day, day_starts_at, day_ends_at, month, month_starts_at, month_ends_at, created_at,
             updated_at, version)
           select ${agency}, ${brandIdSql('n')}, 'Brand ' || n, 'EUR', '${timeZone}', 'ACTIVE',
             ${FAR_CAP_MICROS}, '${day.date}', ${bounds.join(', ')}, ${at}, ${at}, 1
           from generate_series(0, ${brands - 1}) n`,
          `insert into campaign (agency_id, id, brand_id, name, desired_status, daily_budget_micros,
             created_at, updated_at, version, status, status_since, blockers)
           select ${agency}, ${campaignIdSql('n')}, ${brandIdSql(`n / ${CAMPAIGNS_PER_BRAND}`)},
             'Campaign ' || n, 'ACTIVE', ${FAR_CAP_MICROS}, ${at}, ${at}, 1, 'ACTIVE', ${at}, '[]'
           from generate_series(0, ${campaigns - 1}) n`,
          ...counters(campaignIdSql('n'), campaigns, 1),
          ...counters(brandIdSql('n'), brands, CAMPAIGNS_PER_BRAND),
        ]),
    // Also marks all rows as seen by everybody, so that no reader has to.
    `vacuum (freeze, analyze)`,
  ];
}
