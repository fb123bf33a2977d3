/** The outbox, the jobs' bookkeeping and the test clock. */
export const DELIVERY_TABLES: readonly string[] = [
  // One row for each agency and transaction: what the live events of that transaction are about.
  // `xid` orders rows by transaction; see the relay for why `seq` alone would lose rows.
  `create table outbox (
    agency_id uuid not null,
    seq bigint generated always as identity,
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz(3) not null,
    campaign_ids uuid[] not null,
    brand_ids uuid[] not null,
    change_ids uuid[] not null,
    written_at timestamptz(3) not null default clock_timestamp(),
    primary key (agency_id, seq)
  )`,
  `create index outbox_commit on outbox (xid, seq)`,
  // All rows of transactions before `xid` can be read since \`seen_at\`. Rows before the first mark
  // may have been pruned.
  `create table outbox_mark (
    xid xid8 primary key,
    seen_at timestamptz(3) not null default clock_timestamp()
  )`,
  `insert into outbox_mark (xid) values ('0')`,

  `create table job_run (
    name text primary key,
    last_started_at timestamptz(3),
    last_finished_at timestamptz(3),
    last_duration_ms integer,
    failure_count integer not null default 0,
    last_error text
  )`,

  `create table test_clock (
    singleton boolean primary key default true check (singleton),
    now timestamptz(3) not null
  )`,
];

/** The database itself keeps the ledger and the histories append-only. */
export const APPEND_ONLY_GUARDS: readonly string[] = [
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op
      using errcode = 'restrict_violation';
  end $$`,
  ...['spend_entry', 'status_change', 'period_close'].map(
    (table) => `create trigger ${table}_append_only
      before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];
