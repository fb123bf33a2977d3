import type { Role } from '../../domain/access/role.js';
import type { AgencyId, BrandId, PersonId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';
import { grantedBrandsColumn } from './granted-brands.js';

/** A credential that is good now, whose it is, and what they are in which agency. */
export interface IdentityRow {
  /** Of the session or key. */
  readonly id: string;
  /** Null: it is a key. */
  readonly personId: PersonId | null;
  /** Of the person or key. */
  readonly name: string;
  /** Null, as the two after it are or mean: a person who is not in the agency that was chosen. */
  readonly agencyId: AgencyId | null;
  readonly role: Role | null;
  readonly brandIds: readonly BrandId[] | null;
  readonly expiresAt: Instant | null;
  /** What time it is by the database's clock, by which credentials end. */
  readonly now: Instant;
}

const SESSIONS = `
  select s.id, p.id as "personId", p.name, m.agency_id as "agencyId", m.role, m."brandIds",
    s.expires_at as "expiresAt", clock_timestamp() as now
  from session s join person p on p.id = s.person_id
  left join lateral (
    select m.agency_id, m.role, ${grantedBrandsColumn('membership', 'm')}
    from membership m
    where m.person_id = p.id and (s.agency_id is null or m.agency_id = s.agency_id)
    order by m.created_at, m.agency_id limit 1
  ) m on true
  where p.deactivated_at is null and s.revoked_at is null and s.expires_at > clock_timestamp()`;

const KEYS = `
  select k.id, null::uuid as "personId", k.name, k.agency_id as "agencyId", k.role,
    ${grantedBrandsColumn('api_key', 'k')}, k.expires_at as "expiresAt", clock_timestamp() as now
  from api_key k
  where k.revoked_at is null and (k.expires_at is null or k.expires_at > clock_timestamp())`;

const BY_DIGEST = {
  SESSION: statement(`${SESSIONS} and s.token_hash = $1`),
  KEY: statement(`${KEYS} and k.token_hash = $1`),
} as const;

/** Whose token has this digest; null: nobody's, or it is no longer good. */
export async function readIdentity(
  sql: Sql,
  kind: keyof typeof BY_DIGEST,
  digest: string,
): Promise<IdentityRow | null> {
  const [row] = await sql.rows<IdentityRow>(BY_DIGEST[kind], [digest]);
  return row ?? null;
}

const BY_IDS = statement(
  `${SESSIONS} and s.id = any($1::uuid[])
   union all
   ${KEYS} and (k.agency_id, k.id) in (select * from unnest($2::uuid[], $3::uuid[]))`,
);

/** Sessions and keys, by which they are found again. */
export interface CredentialIds {
  readonly sessions: readonly string[];
  readonly keys: readonly { readonly agencyId: AgencyId; readonly id: string }[];
}

/** Those of the credentials that are still good, in no order. */
export function readIdentities(
  sql: Sql,
  { sessions, keys }: CredentialIds,
): Promise<readonly IdentityRow[]> {
  const [agencyIds, ids] = [keys.map(({ agencyId }) => agencyId), keys.map(({ id }) => id)];
  return sql.rows<IdentityRow>(BY_IDS, [sessions, agencyIds, ids]);
}
