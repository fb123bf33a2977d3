import { periodsAt } from '../../src/domain/brand/roll.js';
import { formatInstant, type Instant } from '../../src/domain/time/instant.js';

/** As many campaigns as a transaction of the engine takes, so that there are as many messages. */
const CAMPAIGNS_PER_MESSAGE = 2_000;

/** The statements after which every campaign is paused by its exhausted daily budget until midnight. */
export function exhaustAll(midnight: string): readonly string[] {
  return [
    `update campaign c set daily_budget_micros = n.true_spent_micros, status = 'PAUSED',
       blockers = jsonb_build_array(jsonb_build_object('code', 'DAILY_BUDGET',
         'since', floor(extract(epoch from c.created_at) * 1000)::bigint)),
       next_transition_at = '${midnight}'
     from counter n
     where n.agency_id = c.agency_id and n.owner_id = c.id and n.period = 'DAY'`,
  ];
}

/** The statements that write the rows of a midnight, and decide nothing. */
export function bareMidnight(at: Instant, timeZone: string): readonly string[] {
  const { day, month } = periodsAt(at, timeZone);
  const instant = (value: Instant): string => `'${formatInstant(value)}'::timestamptz`;
  return [
    `insert into period_close (agency_id, id, brand_id, period, date, period_start, period_end,
       spent_micros, budget_micros, closed_at)
     select b.agency_id, uuidv7(), b.id, 'DAY', b.day, b.day_starts_at, b.day_ends_at,
       n.true_spent_micros, b.daily_budget_micros, ${instant(at)}
     from brand b join counter n on n.agency_id = b.agency_id and n.owner_id = b.id
       and n.period = 'DAY' and n.date = b.day`,
    `create temporary table told on commit drop as
     with told as (
       insert into status_change (agency_id, id, brand_id, campaign_id, from_status, to_status,
         blockers_before, blockers, cause, at)
       select agency_id, uuidv7(), brand_id, id, 'PAUSED', 'ACTIVE', '{DAILY_BUDGET}', '{}',
         'DAY_RESET', ${instant(day.startsAt)}
       from campaign
       returning agency_id, id
     )
     select agency_id, id, row_number() over () / ${CAMPAIGNS_PER_MESSAGE} as message from told`,
    `update campaign set status = 'ACTIVE', status_since = ${instant(day.startsAt)},
       blockers = '[]', next_transition_at = null`,
    `update brand set day = '${day.date}', day_starts_at = ${instant(day.startsAt)},
       day_ends_at = ${instant(day.endsAt)}, month = '${month.date}',
       month_starts_at = ${instant(month.startsAt)}, month_ends_at = ${instant(month.endsAt)}`,
    `insert into outbox (agency_id, at, campaign_ids, brand_ids, change_ids)
     select agency_id, ${instant(at)}, '{}', '{}', array_agg(id) from told
     group by agency_id, message`,
  ];
}
