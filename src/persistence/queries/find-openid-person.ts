import type { UnitOfWork } from '../unit-of-work.js';
import type { PersonRow } from './find-person.js';

/** An account at an OpenID Connect provider. */
export interface OpenIdAccount {
  readonly issuer: string;
  readonly subject: string;
  /** What the provider vouches for, in lower case; null: nothing. */
  readonly email: string | null;
}

/** Whose account at a provider it is. */
export interface OpenIdClaim {
  readonly person: Pick<PersonRow, 'id' | 'name'>;
  /** Whether they are known by it only from now on. */
  readonly isNew: boolean;
}

/**
 * The person whom the account is of, locked: the one it was used by before, or else, the first time,
 * the one with its e-mail address, who from now on is known by the account and by no password. Null:
 * nobody, or somebody who was deactivated.
 */
export async function claimOpenIdPerson(
  unit: UnitOfWork,
  { issuer, subject, email }: OpenIdAccount,
): Promise<OpenIdClaim | null> {
  const [known] = await unit.rows<{ id: string; name: string; active: boolean }>(
    `select id, name, deactivated_at is null as active from person
     where oidc_issuer = $1 and oidc_subject = $2 for no key update`,
    [issuer, subject],
  );
  if (known) return known.active ? { person: known, isNew: false } : null;
  if (email === null) return null;
  const [person] = await unit.rows<{ id: string; name: string }>(
    `update person set oidc_issuer = $1, oidc_subject = $2, password_hash = null
     where email = $3 and oidc_subject is null and deactivated_at is null returning id, name`,
    [issuer, subject, email],
  );
  return person ? { person, isNew: true } : null;
}
