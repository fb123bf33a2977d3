/**
 * Who may come in. A person and their sessions are of no agency; what they are in one is their
 * membership. Of secrets only SHA-256 digests are kept (they are long and random), of passwords
 * argon2id hashes.
 */
export const ACCESS_TABLES: readonly string[] = [
  `create table person (
    id uuid primary key,
    email text not null unique check (email = lower(email)),
    name text not null,
    password_hash text,
    password_changed_at timestamptz(3),
    oidc_issuer text,
    oidc_subject text,
    created_at timestamptz(3) not null,
    deactivated_at timestamptz(3),
    unique (oidc_issuer, oidc_subject)
  )`,

  `create table membership (
    agency_id uuid not null references agency (id),
    person_id uuid not null references person (id),
    role text not null check (role in ('OWNER', 'ADMIN', 'MANAGER', 'ANALYST', 'CLIENT')),
    whole_agency boolean not null,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    primary key (agency_id, person_id),
    check (role in ('MANAGER', 'CLIENT') or whole_agency)
  )`,
  `create index membership_of_person on membership (person_id)`,
  `create table membership_brand (
    agency_id uuid not null,
    person_id uuid not null,
    brand_id uuid not null,
    primary key (agency_id, person_id, brand_id),
    foreign key (agency_id, person_id) references membership (agency_id, person_id) on delete cascade,
    foreign key (agency_id, brand_id) references brand (agency_id, id)
  )`,
  `create index membership_brand_of_brand on membership_brand (agency_id, brand_id)`,

  `create table session (
    id uuid primary key,
    person_id uuid not null references person (id),
    token_hash text not null unique,
    agency_id uuid references agency (id),
    origin text not null,
    user_agent text,
    created_at timestamptz not null default clock_timestamp(),
    last_used_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    revoked_at timestamptz
  )`,
  `create index session_of_person on session (person_id, created_at)`,

  `create table password_link (
    id uuid primary key,
    person_id uuid not null references person (id),
    token_hash text not null unique,
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index password_link_of_person on password_link (person_id)`,

  `create table invitation (
    agency_id uuid not null references agency (id),
    id uuid not null,
    email text not null check (email = lower(email)),
    role text not null check (role in ('OWNER', 'ADMIN', 'MANAGER', 'ANALYST', 'CLIENT')),
    whole_agency boolean not null,
    token_hash text not null unique,
    invited_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz,
    primary key (agency_id, id)
  )`,
  `create index invitation_created on invitation (agency_id, created_at, id)`,
  `create table invitation_brand (
    agency_id uuid not null,
    invitation_id uuid not null,
    brand_id uuid not null,
    primary key (agency_id, invitation_id, brand_id),
    foreign key (agency_id, invitation_id) references invitation (agency_id, id),
    foreign key (agency_id, brand_id) references brand (agency_id, id)
  )`,
  `create index invitation_brand_of_brand on invitation_brand (agency_id, brand_id)`,

  `create table api_key (
    agency_id uuid not null references agency (id),
    id uuid not null,
    name text not null,
    role text not null check (role in ('ADMIN', 'MANAGER', 'ANALYST', 'CLIENT', 'INGEST')),
    whole_agency boolean not null,
    prefix text not null,
    token_hash text not null unique,
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz,
    primary key (agency_id, id),
    check (role in ('MANAGER', 'CLIENT', 'INGEST') or whole_agency)
  )`,
  `create index api_key_created on api_key (agency_id, created_at, id)`,
  `create table api_key_brand (
    agency_id uuid not null,
    key_id uuid not null,
    brand_id uuid not null,
    primary key (agency_id, key_id, brand_id),
    foreign key (agency_id, key_id) references api_key (agency_id, id),
    foreign key (agency_id, brand_id) references brand (agency_id, id)
  )`,
  `create index api_key_brand_of_brand on api_key_brand (agency_id, brand_id)`,

  // Of sign-in attempts, for rate-limiter-flexible: in the database, so that all processes count together.
  `create table sign_in_attempt (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  )`,
];

/** The audit log: append-only, each row's hash over its content and the hash of the one before it. */
export const AUDIT_TABLES: readonly string[] = [
  `create table audit_entry (
    agency_id uuid not null references agency (id),
    seq bigint not null,
    id uuid not null,
    at timestamptz(3) not null,
    actor_kind text not null,
    actor_id text,
    actor_name text not null,
    origin text not null,
    action text not null,
    object_kind text not null,
    object_id text,
    before json,
    after json,
    reason text,
    request_id text not null,
    previous_hash text not null,
    hash text not null,
    primary key (agency_id, seq),
    unique (agency_id, id)
  )`,
  `create index audit_entry_of_object on audit_entry (agency_id, object_id, seq)`,
  `create index audit_entry_of_actor on audit_entry (agency_id, actor_id, seq)`,
  `create index audit_entry_at on audit_entry (agency_id, at, seq)`,
  `create table audit_head (
    agency_id uuid primary key references agency (id),
    seq bigint not null,
    hash text not null
  )`,
  `create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change()`,
];

/** Who recorded a row of the ledger; null in rows from before this was kept. */
export const LEDGER_ACTOR: readonly string[] = [
  `alter table spend_entry add column actor_kind text, add column actor_id text,
    add column actor_name text`,
];
