import type { AgencyId, PersonId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { statement } from '../statement.js';
import type { Sql, UnitOfWork } from '../unit-of-work.js';

/** A person, in whichever agencies. */
export interface PersonRow {
  readonly id: PersonId;
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  /** Null: they have none, and sign in otherwise or not yet. */
  readonly passwordHash: string | null;
  readonly passwordChangedAt: Instant | null;
  readonly createdAt: Instant;
  /** Since when they can no longer sign in; null: they can. */
  readonly deactivatedAt: Instant | null;
}

const PERSON = `select p.id, p.email, p.name, p.password_hash as "passwordHash",
  p.password_changed_at as "passwordChangedAt", p.created_at as "createdAt",
  p.deactivated_at as "deactivatedAt" from person p`;

const BY_EMAIL = statement(`${PERSON} where p.email = $1`);
const BY_ID = statement(`${PERSON} where p.id = $1`);
const LOCKED = statement(`${PERSON} where p.id = $1 for no key update`);

/** The person with this e-mail address, in lower case; null: nobody has it. */
export async function findPersonByEmail(sql: Sql, email: string): Promise<PersonRow | null> {
  const [person] = await sql.rows<PersonRow>(BY_EMAIL, [email]);
  return person ?? null;
}

export async function findPerson(sql: Sql, id: PersonId): Promise<PersonRow | null> {
  const [person] = await sql.rows<PersonRow>(BY_ID, [id]);
  return person ?? null;
}

/** The same, held until the end of the transaction against other changes of the person and their sessions. */
export async function lockPerson(unit: UnitOfWork, id: PersonId): Promise<PersonRow | null> {
  const [person] = await unit.rows<PersonRow>(LOCKED, [id]);
  return person ?? null;
}

/** The agencies that a person is in, in the order of their ids. */
export async function agencyIdsOfPerson(sql: Sql, id: PersonId): Promise<readonly AgencyId[]> {
  const rows = await sql.rows<{ agencyId: AgencyId }>(
    `select agency_id as "agencyId" from membership where person_id = $1 order by agency_id`,
    [id],
  );
  return rows.map(({ agencyId }) => agencyId);
}
