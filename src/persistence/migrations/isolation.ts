/**
 * The wall between agencies, in the database itself. Nothing at run time works as the owner of the
 * tables: each transaction takes one of these roles, none of which can log in, and sees what the
 * policies of that role let it see. FORCE holds the owner to them too.
 */
export const ISOLATION_ROLES = {
  /** One agency: that of `paceline.agency_id`. */
  AGENCY: 'paceline_agency',
  /** Some brands of one agency: those of `paceline.brand_ids`. */
  BRANDS: 'paceline_brands',
  /** Several agencies whose spend is recorded together: those of `paceline.agency_ids`. */
  GROUP: 'paceline_group',
  /** What serves all agencies: jobs, live delivery, sign-in, verification. */
  SERVICE: 'paceline_service',
} as const;

const { AGENCY, BRANDS, GROUP, SERVICE } = ISOLATION_ROLES;
const ALL_ROLES = [AGENCY, BRANDS, GROUP, SERVICE].join(', ');

/** A table whose rows are of agencies: the column that says of which, and which brand if that is said too. */
interface AgencyTable {
  readonly table: string;
  readonly agency?: string;
  readonly brand?: string;
  /** Whether some brands are no part of it that can be seen alone. */
  readonly wholeAgencyOnly?: true;
  /** Whether rows of a group's agencies are written together. */
  readonly grouped?: true;
}

const AGENCY_TABLES: readonly AgencyTable[] = [
  { table: 'agency', agency: 'id', grouped: true },
  { table: 'brand', brand: 'id', grouped: true },
  { table: 'campaign', brand: 'brand_id', grouped: true },
  { table: 'schedule_window', grouped: true },
  { table: 'counter', grouped: true },
  { table: 'spend_entry', brand: 'brand_id', grouped: true },
  { table: 'period_close', brand: 'brand_id', grouped: true },
  { table: 'status_change', brand: 'brand_id', grouped: true },
  { table: 'idempotency_key' },
  { table: 'outbox', grouped: true },
  { table: 'membership', wholeAgencyOnly: true },
  { table: 'membership_brand', wholeAgencyOnly: true },
  { table: 'invitation', wholeAgencyOnly: true },
  { table: 'invitation_brand', wholeAgencyOnly: true },
  { table: 'api_key', wholeAgencyOnly: true },
  { table: 'api_key_brand', wholeAgencyOnly: true },
  { table: 'audit_entry', grouped: true },
  { table: 'audit_head', grouped: true },
];

// As sub-selects they are read once in a statement, not once in a row. (The casts below tell an array from a set of rows.)
const OF_AGENCY = `(select nullif(current_setting('paceline.agency_id', true), '')::uuid)`;
const OF_BRANDS = `(select nullif(current_setting('paceline.brand_ids', true), '')::uuid[])`;
const OF_GROUP = `(select nullif(current_setting('paceline.agency_ids', true), '')::uuid[])`;

/**
 * Makes the roles that are not there, and lets the owner take them without having their rights by
 * itself (before PostgreSQL 16 that cannot be told apart). Roles are the cluster's: another database
 * of it may be making them too, or whoever keeps the cluster has made and granted them before.
 */
const CREATE_ROLES = `do $$
  declare
    role_name text;
    is_16 boolean := current_setting('server_version_num')::int >= 160000;
    terms text := case when is_16 then ' with inherit false, set true' else '' end;
  begin
    foreach role_name in array array['${[AGENCY, BRANDS, GROUP, SERVICE].join("', '")}'] loop
      if not exists (select from pg_roles where rolname = role_name) then
        begin
          execute format('create role %I nologin', role_name);
        exception when duplicate_object or unique_violation then null;
        end;
      end if;
      if not pg_has_role(current_user, role_name, case when is_16 then 'set' else 'member' end) then
        execute format('grant %I to current_user', role_name) || terms;
      end if;
      execute format('grant usage on schema %I to %I', current_schema(), role_name);
    end loop;
  end $$`;

/** Tables without rows of agencies: who may do what with them. */
const OTHER_GRANTS: readonly string[] = [
  `grant select on test_clock to ${ALL_ROLES}`,
  `grant select, insert, update, delete on test_clock, job_run, outbox_mark, person, session,
    password_link, sign_in_attempt to ${SERVICE}`,
  `grant select (id, email, name, created_at, deactivated_at) on person to ${AGENCY}`,
  `grant select on schema_migration to ${SERVICE}`,
];

/** Of people, an agency sees its members; of sessions, none: only what serves all reads them. */
const PEOPLE: readonly string[] = [
  ...['person', 'session', 'password_link'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_service on ${table} to ${SERVICE} using (true) with check (true)`,
  ]),
  `create policy person_agency on person for select to ${AGENCY}
    using (exists (select from membership m where m.person_id = person.id))`,
];

/** All of it, in order. */
export const ISOLATION: readonly string[] = [
  CREATE_ROLES,
  ...AGENCY_TABLES.flatMap(wallAround),
  ...OTHER_GRANTS,
  ...PEOPLE,
];

function wallAround(table: AgencyTable): readonly string[] {
  const { table: name, wholeAgencyOnly, grouped } = table;
  const roles = [
    AGENCY,
    SERVICE,
    ...(wholeAgencyOnly ? [] : [BRANDS]),
    ...(grouped ? [GROUP] : []),
  ];
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `grant select, insert, update, delete on ${name} to ${roles.join(', ')}`,
    ...roles.map((role) => policy(table, role)),
  ];
}

function policy(table: AgencyTable, role: string): string {
  const condition = conditionFor(table, role);
  return `create policy ${table.table}_${role.replace('paceline_', '')} on ${table.table} to ${role}
    using (${condition}) with check (${condition})`;
}

function conditionFor({ agency = 'agency_id', brand }: AgencyTable, role: string): string {
  switch (role) {
    case SERVICE:
      return 'true';
    case GROUP:
      return `${agency} = any (${OF_GROUP}::uuid[])`;
    case BRANDS:
      return brand === undefined
        ? `${agency} = ${OF_AGENCY}`
        : `${agency} = ${OF_AGENCY} and ${brand} = any (${OF_BRANDS}::uuid[])`;
    default:
      return `${agency} = ${OF_AGENCY}`;
  }
}
