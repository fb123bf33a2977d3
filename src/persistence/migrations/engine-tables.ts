/**
 * Every key is (agency_id, id) and every foreign key carries agency_id: no row can point into
 * another agency, and the tables could be distributed by agency as they are. Brands and campaigns
 * also have `id` alone as a key, which is what the ORM addresses them by.
 */
export const ENGINE_TABLES: readonly string[] = [
  `create table agency (
    id uuid primary key,
    name text not null,
    created_at timestamptz(3) not null
  )`,

  `create table brand (
    agency_id uuid not null references agency (id),
    id uuid not null unique,
    name text not null,
    external_id text,
    currency text not null,
    time_zone text not null,
    status text not null check (status in ('ACTIVE', 'PAUSED', 'ARCHIVED')),
    daily_budget_micros bigint check (daily_budget_micros > 0),
    monthly_budget_micros bigint check (monthly_budget_micros > 0),
    day date not null,
    day_starts_at timestamptz(3) not null,
    day_ends_at timestamptz(3) not null,
    month date not null,
    month_starts_at timestamptz(3) not null,
    month_ends_at timestamptz(3) not null,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    version integer not null,
    primary key (agency_id, id)
  )`,
  `create unique index brand_external_id on brand (agency_id, external_id)
    where external_id is not null`,
  `create index brand_created on brand (agency_id, created_at, id)`,
  `create index brand_name on brand (agency_id, name collate "C", id)`,
  `create index brand_day_end on brand (day_ends_at)`,

  `create table campaign (
    agency_id uuid not null,
    id uuid not null unique,
    brand_id uuid not null,
    name text not null,
    external_id text,
    desired_status text not null check (desired_status in ('ACTIVE', 'PAUSED', 'ARCHIVED')),
    daily_budget_micros bigint check (daily_budget_micros > 0),
    monthly_budget_micros bigint check (monthly_budget_micros > 0),
    starts_at timestamptz(3),
    ends_at timestamptz(3),
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    version integer not null,
    status text not null check (status in ('ACTIVE', 'INACTIVE', 'PAUSED')),
    status_since timestamptz(3) not null,
    blockers jsonb not null,
    deciding_blocker text generated always as (blockers -> 0 ->> 'code') stored,
    next_transition_at timestamptz(3),
    primary key (agency_id, id),
    foreign key (agency_id, brand_id) references brand (agency_id, id),
    check (ends_at > starts_at),
    check ((status = 'ACTIVE') = (jsonb_array_length(blockers) = 0))
  )`,
  `create unique index campaign_external_id on campaign (agency_id, external_id)
    where external_id is not null`,
  `create index campaign_of_brand on campaign (agency_id, brand_id, created_at, id)`,
  `create index campaign_created on campaign (agency_id, created_at, id)`,
  `create index campaign_name on campaign (agency_id, name collate "C", id)`,
  `create index campaign_due on campaign (next_transition_at) where next_transition_at is not null`,

  `create table schedule_window (
    agency_id uuid not null,
    campaign_id uuid not null,
    position smallint not null,
    days text[] not null,
    start_minute smallint not null check (start_minute between 0 and 1439),
    end_minute smallint not null check (end_minute between 0 and 1440),
    primary key (agency_id, campaign_id, position),
    foreign key (agency_id, campaign_id) references campaign (agency_id, id)
  )`,

  // No CHECK on the sums: counters take differences by an upsert, whose row is checked before it is
  // added to what is there. `verify` proves the sums.
  // A write adds differences, and a refund may take from the offset: since a check would judge the
  // difference before it is added, that the offset is never negative is up to the engine.
  // The period comes first in the key: the counters of today lie together, however long the history.
  `create table counter (
    agency_id uuid not null,
    owner_id uuid not null,
    period text not null check (period in ('DAY', 'MONTH')),
    date date not null,
    true_spent_micros bigint not null default 0,
    offset_micros bigint not null default 0,
    primary key (agency_id, period, date, owner_id)
  ) with (fillfactor = 80)`,

  `create table spend_entry (
    agency_id uuid not null,
    id uuid not null,
    brand_id uuid not null,
    campaign_id uuid not null,
    kind text not null check (kind in ('SPEND', 'REFUND')),
    amount_micros bigint not null,
    event_id text not null,
    source text not null,
    occurred_at timestamptz(3) not null,
    recorded_at timestamptz(3) not null,
    day date not null,
    while_blocked boolean not null,
    refund_of uuid,
    primary key (agency_id, id),
    unique (agency_id, source, event_id),
    foreign key (agency_id, campaign_id) references campaign (agency_id, id),
    foreign key (agency_id, refund_of) references spend_entry (agency_id, id),
    check ((kind = 'SPEND') = (amount_micros > 0)),
    check ((kind = 'REFUND') = (refund_of is not null))
  )`,
  `create index spend_entry_of_campaign on spend_entry (agency_id, campaign_id, id)`,
  `create index spend_entry_of_brand on spend_entry (agency_id, brand_id, id)`,
  `create index spend_entry_refunds on spend_entry (agency_id, refund_of)
    where refund_of is not null`,

  `create table period_close (
    agency_id uuid not null,
    id uuid not null,
    brand_id uuid not null,
    period text not null check (period in ('DAY', 'MONTH')),
    date date not null,
    period_start timestamptz(3) not null,
    period_end timestamptz(3) not null,
    spent_micros bigint not null,
    budget_micros bigint,
    closed_at timestamptz(3) not null,
    primary key (agency_id, id),
    unique (agency_id, brand_id, period, date),
    foreign key (agency_id, brand_id) references brand (agency_id, id)
  )`,
  `create index period_close_of_brand on period_close (agency_id, brand_id, period_end, id)`,

  `create table status_change (
    agency_id uuid not null,
    id uuid not null,
    brand_id uuid not null,
    campaign_id uuid not null,
    from_status text not null,
    to_status text not null,
    blockers_before text[] not null,
    blockers text[] not null,
    cause text not null,
    actor_kind text,
    actor_id text,
    actor_name text,
    at timestamptz(3) not null,
    xid xid8 not null default pg_current_xact_id(),
    primary key (agency_id, id),
    foreign key (agency_id, campaign_id) references campaign (agency_id, id)
  )`,
  `create index status_change_of_campaign on status_change (agency_id, campaign_id, at, id)`,
  `create index status_change_of_brand on status_change (agency_id, brand_id, at, id)`,
  `create index status_change_at on status_change (agency_id, at, id)`,
  `create index status_change_commit on status_change (agency_id, xid, id)`,

  `create table idempotency_key (
    agency_id uuid not null,
    operation text not null,
    key text not null,
    content jsonb not null,
    result_id uuid not null,
    created_at timestamptz(3) not null,
    primary key (agency_id, operation, key),
    foreign key (agency_id) references agency (id)
  )`,
];
