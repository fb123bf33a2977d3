import type { PersonId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { Sql, UnitOfWork } from '../unit-of-work.js';

/** A link to be made. */
export interface NewPasswordLink {
  readonly id: string;
  readonly personId: PersonId;
  readonly tokenHash: string;
  readonly hours: number;
}

/** Makes a link, and gives when it ends in real time. */
export async function insertPasswordLink(
  unit: UnitOfWork,
  { id, personId, tokenHash, hours }: NewPasswordLink,
): Promise<Instant> {
  const [row] = await unit.rows<{ expiresAt: Instant }>(
    `insert into password_link (id, person_id, token_hash, expires_at)
     values ($1, $2, $3, clock_timestamp() + make_interval(hours => $4))
     returning expires_at as "expiresAt"`,
    [id, personId, tokenHash, hours],
  );
  return row?.expiresAt ?? 0;
}

/** Whose link has this digest, if it is still good; null: nobody's, or it is not. */
export async function findPasswordLink(sql: Sql, tokenHash: string): Promise<PersonId | null> {
  const [link] = await sql.rows<{ personId: PersonId }>(
    `select person_id as "personId" from password_link
     where token_hash = $1 and used_at is null and expires_at > clock_timestamp()`,
    [tokenHash],
  );
  return link?.personId ?? null;
}

/** Uses a link; says whether it was still good. */
export async function usePasswordLink(unit: UnitOfWork, tokenHash: string): Promise<boolean> {
  const rows = await unit.rows(
    `update password_link set used_at = clock_timestamp()
     where token_hash = $1 and used_at is null and expires_at > clock_timestamp() returning 1`,
    [tokenHash],
  );
  return rows.length > 0;
}

/** Lets no link of a person be good any more. */
export async function useUpPasswordLinks(unit: UnitOfWork, personId: PersonId): Promise<void> {
  await unit.rows(
    `update password_link set used_at = clock_timestamp() where person_id = $1 and used_at is null`,
    [personId],
  );
}

/** Forgets a person's links that ended long ago. */
export async function prunePasswordLinks(unit: UnitOfWork, personId: PersonId): Promise<void> {
  await unit.rows(
    `delete from password_link
     where person_id = $1 and expires_at < clock_timestamp() - interval '90 days'`,
    [personId],
  );
}
