import type { Grant } from '../../domain/access/read-grant.js';
import type { MemberRole } from '../../domain/access/role.js';
import type { AgencyId, PersonId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import type { UnitOfWork } from '../unit-of-work.js';
import { insertGrantedBrands } from './granted-brands.js';

/** A person who becomes a member of an agency. */
export interface NewMembership extends Grant<MemberRole> {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly at: Instant;
}

/** Makes a person a member of an agency that has all the brands: whether they were none before. */
export async function insertMembership(unit: UnitOfWork, joined: NewMembership): Promise<boolean> {
  const { agencyId, personId, role, brandIds, at } = joined;
  const made = await unit.rows(
    `insert into membership (agency_id, person_id, role, whole_agency, created_at, updated_at)
     values ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz)
     on conflict (agency_id, person_id) do nothing returning 1`,
    [agencyId, personId, role, brandIds === null, formatInstant(at)],
  );
  if (made.length === 0) return false;
  await insertGrantedBrands(unit, { agencyId, grantee: 'membership', id: personId, brandIds });
  return true;
}
