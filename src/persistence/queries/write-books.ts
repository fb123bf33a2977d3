import { RaceLostError } from '../retry.js';
import { statement } from '../statement.js';
import type { UnitOfWork } from '../unit-of-work.js';

/**
 * All that a unit of work changes, one statement whatever the number of rows and agencies. Counters
 * take differences, so that they stay right even beside a write that did not hold the brand's lock.
 * Rows of which there are many come as an array for each column, which is read faster than JSON.
 */
const WRITE_BOOKS = statement(`
  with new_entry as (
    insert into spend_entry (agency_id, id, brand_id, campaign_id, kind, amount_micros, event_id,
      source, occurred_at, recorded_at, day, while_blocked, refund_of, actor_kind, actor_id,
      actor_name)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bigint[],
      $7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[], $11::date[], $12::boolean[],
      $13::uuid[], $14::text[], $15::text[], $16::text[])
    on conflict (agency_id, source, event_id) do nothing
    returning 1
  ), new_counter as (
    insert into counter as c
      (agency_id, owner_id, period, date, true_spent_micros, offset_micros)
    select * from unnest($17::uuid[], $18::uuid[], $19::text[], $20::date[], $21::bigint[],
      $22::bigint[])
    on conflict (agency_id, owner_id, period, date) do update set
      true_spent_micros = c.true_spent_micros + excluded.true_spent_micros,
      offset_micros = c.offset_micros + excluded.offset_micros
  ), new_state as (
    update campaign c set status = x.status, status_since = x.status_since,
      blockers = x.blockers, next_transition_at = x.next_transition_at
    from json_to_recordset($23::json) as x (agency_id uuid, id uuid, status text,
      status_since timestamptz, blockers jsonb, next_transition_at timestamptz)
    where c.agency_id = x.agency_id and c.id = x.id
  ), new_period as (
    update brand b set day = x.day, day_starts_at = x.day_starts_at, day_ends_at = x.day_ends_at,
      month = x.month, month_starts_at = x.month_starts_at, month_ends_at = x.month_ends_at
    from json_to_recordset($24::json) as x (agency_id uuid, id uuid, day date,
      day_starts_at timestamptz, day_ends_at timestamptz, month date,
      month_starts_at timestamptz, month_ends_at timestamptz)
    where b.agency_id = x.agency_id and b.id = x.id
  ), new_close as (
    insert into period_close (agency_id, id, brand_id, period, date, period_start, period_end,
      spent_micros, budget_micros, closed_at)
    select * from json_to_recordset($25::json) as x (agency_id uuid, id uuid, brand_id uuid,
      period text, date date, period_start timestamptz, period_end timestamptz,
      spent_micros bigint, budget_micros bigint, closed_at timestamptz)
    on conflict (agency_id, brand_id, period, date) do nothing
  ), new_change as (
    insert into status_change (agency_id, id, brand_id, campaign_id, from_status, to_status,
      blockers_before, blockers, cause, actor_kind, actor_id, actor_name, at)
    select * from json_to_recordset($26::json) as x (agency_id uuid, id uuid, brand_id uuid,
      campaign_id uuid, from_status text, to_status text, blockers_before text[], blockers text[],
      cause text, actor_kind text, actor_id text, actor_name text, at timestamptz)
  ), new_message as (
    insert into outbox (agency_id, at, campaign_ids, brand_ids, change_ids)
    select * from json_to_recordset($27::json) as x (agency_id uuid, at timestamptz,
      campaign_ids uuid[], brand_ids uuid[], change_ids uuid[])
    returning xid
  )
  select (select count(*) from new_entry)::int as entries,
    (select xid::text from new_message limit 1) as news`);

/** A row of the ledger, its values in the order of {@link WRITE_BOOKS}. */
export type EntryRow = readonly [
  agencyId: string,
  id: string,
  brandId: string,
  campaignId: string,
  kind: string,
  amountMicros: bigint,
  eventId: string,
  source: string,
  occurredAt: string,
  recordedAt: string,
  day: string,
  whileBlocked: boolean,
  refundOf: string | null,
  actorKind: string | null,
  actorId: string | null,
  actorName: string | null,
];

/** What is added to a counter, its values in the order of {@link WRITE_BOOKS}. */
export type CounterRow = readonly [
  agencyId: string,
  ownerId: string,
  period: string,
  date: string,
  trueSpentDelta: bigint,
  offsetDelta: bigint,
];

const ENTRY_COLUMNS = 16;
const COUNTER_COLUMNS = 6;

/** Rows of the tables that a unit of work writes; those without a type of their own in the columns' names. */
export interface BookRows {
  readonly entries: readonly EntryRow[];
  readonly counters: readonly CounterRow[];
  readonly states: readonly object[];
  readonly periods: readonly object[];
  readonly closes: readonly object[];
  readonly changes: readonly object[];
  readonly messages: readonly object[];
}

/**
 * Writes the rows, and gives the number of the transaction if there is a message among them, else
 * null. Throws RaceLostError, so that the unit of work runs again on fresh data, when another
 * transaction has recorded one of the events in the meantime.
 */
export async function writeBookRows(unit: UnitOfWork, rows: BookRows): Promise<bigint | null> {
  const { entries, counters, states, periods, closes, changes, messages } = rows;
  const tables = [states, periods, closes, changes, messages];
  if ([entries, counters, ...tables].every(({ length }) => length === 0)) return null;
  const [written] = await unit.rows<{ entries: number; news: string | null }>(WRITE_BOOKS, [
    ...columnsOf(entries, ENTRY_COLUMNS),
    ...columnsOf(counters, COUNTER_COLUMNS),
    ...tables.map((table) => JSON.stringify(table)),
  ]);
  if (written?.entries !== entries.length) {
    throw new RaceLostError('another transaction recorded one of these events first');
  }
  return written.news === null ? null : BigInt(written.news);
}

/** The rows turned on their side: the values of each column. */
function columnsOf(rows: readonly (readonly unknown[])[], count: number): readonly unknown[][] {
  return Array.from({ length: count }, (_, column) => rows.map((row) => row[column]));
}
