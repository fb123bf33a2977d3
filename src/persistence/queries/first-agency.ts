import type { AgencyId, KeyId, PersonId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import type { UnitOfWork } from '../unit-of-work.js';

/** The prefix by which the keys of BOOTSTRAP_TOKEN, or the one made in its place, are known. */
export const BOOTSTRAP_PREFIX = 'bootstrap';

/** Makes the agency if it is not there: whether it was made. Others that make it wait. */
export async function insertAgency(
  unit: UnitOfWork,
  { id, name, at }: { readonly id: AgencyId; readonly name: string; readonly at: Instant },
): Promise<boolean> {
  const made = await unit.rows(
    `insert into agency (id, name, created_at) values ($1, $2, $3::timestamptz)
     on conflict (id) do nothing returning 1`,
    [id, name, formatInstant(at)],
  );
  return made.length > 0;
}

/** Whether somebody is the agency's owner. Others that ask so wait. */
export async function hasOwner(unit: UnitOfWork, agencyId: AgencyId): Promise<boolean> {
  await unit.rows('select from agency where id = $1 for update', [agencyId]);
  const owners = await unit.rows(
    `select from membership where agency_id = $1 and role = 'OWNER' limit 1`,
    [agencyId],
  );
  return owners.length > 0;
}

/** Makes a person without a password its owner; one of this email who is there already becomes it. */
export async function insertOwner(
  unit: UnitOfWork,
  owner: {
    readonly agencyId: AgencyId;
    readonly personId: PersonId;
    readonly email: string;
    readonly name: string;
    readonly at: Instant;
  },
): Promise<PersonId> {
  const { agencyId, personId, email, name, at } = owner;
  const [row] = await unit.rows<{ person_id: string }>(
    `with made as (
       insert into person (id, email, name, created_at) values ($2, $3, $4, $5::timestamptz)
       on conflict (email) do update set email = excluded.email returning id
     )
     insert into membership (agency_id, person_id, role, whole_agency, created_at, updated_at)
     select $1, made.id, 'OWNER', true, $5::timestamptz, $5::timestamptz from made
     on conflict (agency_id, person_id) do update
       set role = excluded.role, whole_agency = true, updated_at = excluded.updated_at
     returning person_id`,
    [agencyId, personId, email, name, formatInstant(at)],
  );
  return row?.person_id ?? personId;
}

/** An administrator's key that is not made by a person. */
export interface BootstrapKey {
  readonly agencyId: AgencyId;
  readonly id: KeyId;
  readonly name: string;
  readonly tokenHash: string;
}

/** Whether the agency has ever had such a key. */
export async function hasBootstrapKey(unit: UnitOfWork, agencyId: AgencyId): Promise<boolean> {
  await unit.rows('select from agency where id = $1 for update', [agencyId]);
  const rows = await unit.rows('select from api_key where agency_id = $1 and prefix = $2 limit 1', [
    agencyId,
    BOOTSTRAP_PREFIX,
  ]);
  return rows.length > 0;
}

/**
 * Makes the key if there is none with this digest, and revokes those it takes the place of: whether it was
 * made. To be called after {@link hasBootstrapKey}, which lets one transaction at a time do so.
 */
export async function insertBootstrapKey(unit: UnitOfWork, key: BootstrapKey): Promise<boolean> {
  const { agencyId, id, name, tokenHash } = key;
  await unit.rows(
    `update api_key set revoked_at = clock_timestamp()
     where agency_id = $1 and prefix = $2 and token_hash <> $3 and revoked_at is null`,
    [agencyId, BOOTSTRAP_PREFIX, tokenHash],
  );
  const made = await unit.rows(
    `insert into api_key (agency_id, id, name, role, whole_agency, prefix, token_hash, created_by)
     select $1, $2, $3, 'ADMIN', true, $4, $5, 'Paceline'
     where not exists (select from api_key where token_hash = $5) returning 1`,
    [agencyId, id, name, BOOTSTRAP_PREFIX, tokenHash],
  );
  return made.length > 0;
}
