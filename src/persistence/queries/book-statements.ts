import { statement } from '../statement.js';

/**
 * What recording spend changes, one statement whatever the number of rows and agencies. Counters take
 * differences, and are found where they were read: if one is not there any more as it was, or if an event has
 * been recorded in the meantime, all of it is undone as a lost race. Rows of which there are many come as an
 * array for each column, which is read faster than JSON.
 */
const SPENDS = `
  new_entry as (
    insert into spend_entry (agency_id, id, brand_id, campaign_id, kind, amount_micros, event_id,
      source, occurred_at, recorded_at, day, while_blocked, refund_of, actor_kind, actor_id,
      actor_name)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bigint[],
      $7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[], $11::date[], $12::boolean[],
      $13::uuid[], $14::text[], $15::text[], $16::text[])
    on conflict (agency_id, source, event_id) do nothing
    returning 1
  ), moved_counter as (
    update counter c set
      true_spent_micros = c.true_spent_micros + k.true_spent_micros,
      offset_micros = c.offset_micros + k.offset_micros
    from unnest($17::tid[], $18::xid[], $19::uuid[], $20::bigint[], $21::bigint[]) with ordinality
      as k (ctid, xmin, owner_id, true_spent_micros, offset_micros, place)
    where c.ctid = k.ctid and c.xmin = k.xmin and c.owner_id = k.owner_id
    returning k.place, c.ctid, c.xmin
  ), new_counter as (
    insert into counter as c
      (agency_id, owner_id, period, date, true_spent_micros, offset_micros)
    select * from unnest($22::uuid[], $23::uuid[], $24::text[], $25::date[], $26::bigint[],
      $27::bigint[])
    on conflict (agency_id, date, owner_id, period) do update set
      true_spent_micros = c.true_spent_micros + excluded.true_spent_micros,
      offset_micros = c.offset_micros + excluded.offset_micros
  ), new_message as (
    insert into outbox (agency_id, at, campaign_ids, brand_ids, change_ids)
    select * from json_to_recordset($28::json) as x (agency_id uuid, at timestamptz,
      campaign_ids uuid[], brand_ids uuid[], change_ids uuid[])
    returning xid
  )`;

/** What else a unit of work can change. */
const CHANGES = `
  new_period as (
    update brand b set day = x.day, day_starts_at = x.day_starts_at, day_ends_at = x.day_ends_at,
      month = x.month, month_starts_at = x.month_starts_at, month_ends_at = x.month_ends_at
    from json_to_recordset($31::json) as x (agency_id uuid, id uuid, day date,
      day_starts_at timestamptz, day_ends_at timestamptz, month date,
      month_starts_at timestamptz, month_ends_at timestamptz)
    where b.agency_id = x.agency_id and b.id = x.id
  ), new_close as (
    insert into period_close (agency_id, id, brand_id, period, date, period_start, period_end,
      spent_micros, budget_micros, closed_at)
    select * from json_to_recordset($32::json) as x (agency_id uuid, id uuid, brand_id uuid,
      period text, date date, period_start timestamptz, period_end timestamptz,
      spent_micros bigint, budget_micros bigint, closed_at timestamptz)
    on conflict (agency_id, brand_id, period, date) do nothing
  ), new_state as (
    update campaign c set status = x.status, status_since = x.status_since,
      blockers = x.blockers::jsonb, next_transition_at = x.next_transition_at
    from unnest($33::uuid[], $34::uuid[], $35::text[], $36::timestamptz[], $37::text[],
      $38::timestamptz[])
      as x (agency_id, id, status, status_since, blockers, next_transition_at)
    where c.agency_id = x.agency_id and c.id = x.id
  ), new_change as (
    insert into status_change (agency_id, id, brand_id, campaign_id, from_status, to_status,
      blockers_before, blockers, cause, actor_kind, actor_id, actor_name, at)
    select agency_id, id, brand_id, campaign_id, from_status, to_status, blockers_before::text[],
      blockers::text[], cause, actor_kind, actor_id, actor_name, at
    from unnest($39::uuid[], $40::uuid[], $41::uuid[], $42::uuid[], $43::text[], $44::text[],
      $45::text[], $46::text[], $47::text[], $48::text[], $49::text[], $50::text[],
      $51::timestamptz[])
      as x (agency_id, id, brand_id, campaign_id, from_status, to_status, blockers_before, blockers,
        cause, actor_kind, actor_id, actor_name, at)
  )`;

const OUTCOME = `
  select (select xid::text from new_message limit 1) as news,
    (select xmin::text from moved_counter limit 1) as xmin,
    (select string_agg(place - 1 || ' ' || ctid, ';') from moved_counter) as moved
  where ((select count(*) from new_entry) = $29 and (select count(*) from moved_counter) = $30`;
const OR_LOSE = ') or lose_race()';

/** Whether campaigns are still what they are known as: nobody else can change them while their brands are locked. */
const UNCHANGED = `
    and (
      select count(*) from unnest($31::uuid[], $32::xid[], $33::tid[]) as k (id, xmin, ctid)
      cross join lateral (
        select from campaign c where c.ctid = k.ctid and c.xmin = k.xmin and c.id = k.id
      ) c
    ) = $34`;

/**
 * Spends alone. Most groups change no status and end no day: what they do not write need not be prepared for.
 * Gives the transaction's number if there is a message, and where the counters lie now.
 */
export const WRITE_SPENDS = statement(`with ${SPENDS} ${OUTCOME} ${OR_LOSE}`);
/** The same where campaigns were not read in this transaction: a lost race if they have changed. */
export const WRITE_SPENDS_OF_KNOWN = statement(`with ${SPENDS} ${OUTCOME} ${UNCHANGED} ${OR_LOSE}`);
/** Spends, and all else that a unit of work can change. */
export const WRITE_ALL = statement(`with ${SPENDS}, ${CHANGES} ${OUTCOME} ${OR_LOSE}`);
