import type { PersonId } from '../../domain/ids.js';
import { PersonEntity } from '../../entities/person.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { violatesUnique } from '../../persistence/unique-violation.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { AccessKernel } from '../access-kernel.js';
import { refuse } from '../refusal.js';

/** A person to be made: what was read of a request. */
export interface NewPerson {
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  /** Null: they have no password, at least not yet. */
  readonly passwordHash: string | null;
  /** What an OpenID Connect provider knows them by; absent: none does. */
  readonly oidc?: { readonly issuer: string; readonly subject: string };
}

/**
 * Makes a person, who is in no agency yet; the unit is in the scope of all agencies. Refuses an
 * e-mail address that somebody has (TAKEN, at `field`), also somebody who is made at the same moment.
 */
export async function makePerson(
  kernel: Pick<AccessKernel, 'ids' | 'clock' | 'testClock'>,
  unit: UnitOfWork,
  { person, field }: { readonly person: NewPerson; readonly field: readonly string[] },
): Promise<PersonId> {
  const { email, name, passwordHash, oidc } = person;
  const at = await presentInstant(kernel, unit);
  const row = {
    id: kernel.ids.next(at),
    email,
    name,
    passwordHash,
    passwordChangedAt: passwordHash === null ? null : at,
    oidcIssuer: oidc?.issuer ?? null,
    oidcSubject: oidc?.subject ?? null,
    createdAt: at,
    deactivatedAt: null,
  };
  try {
    await unit.em.insert(PersonEntity, row);
  } catch (error) {
    if (!violatesUnique(error, 'person_email_key')) throw error;
    return refuse(field, 'TAKEN', `Somebody with the address ${email} is known already.`);
  }
  return row.id;
}
