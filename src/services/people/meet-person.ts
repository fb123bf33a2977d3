import { readEmail } from '../../domain/access/read-email.js';
import type { PersonId } from '../../domain/ids.js';
import { readName } from '../../domain/input/name.js';
import { combine, type Reading } from '../../domain/input/reading.js';
import { findPersonByEmail, lockPerson } from '../../persistence/queries/find-person.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { LinkKernel } from '../access-kernel.js';
import { refuse } from '../refusal.js';
import { makePasswordLink } from './make-password-link.js';
import { makePerson } from './make-person.js';

/** Somebody who may be known already, as the operator names them. */
export interface Acquaintance {
  /** In lower case. */
  readonly email: string;
  /** Of a person who is new. */
  readonly name: string;
}

/** A person, and a link to choose a password if they are new; else null. */
export interface MetPerson {
  readonly personId: PersonId;
  readonly passwordLink: string | null;
}

/** Reads an e-mail address and a name, sent at `path`; without a name it is what is before the @. */
export function readAcquaintance(
  { email, name }: { readonly email: string; readonly name: string | null },
  path: readonly string[],
): Reading<Acquaintance> {
  const address = readEmail(email, [...path, 'email']);
  const mailbox = address.ok ? address.value.slice(0, address.value.lastIndexOf('@')) : 'nobody';
  return combine<Acquaintance>({
    email: address,
    name: readName(name ?? mailbox.slice(0, MAX_MAILBOX_LENGTH), [...path, 'name']),
  });
}

/** Of a long mailbox a name takes the beginning. */
const MAX_MAILBOX_LENGTH = 64;

/**
 * The person with an e-mail address, made if nobody has it; the unit is in the scope of all
 * agencies. Refuses somebody who was deactivated (INVALID, at `field`).
 */
export async function meetPerson(
  kernel: LinkKernel,
  unit: UnitOfWork,
  { person, field }: { readonly person: Acquaintance; readonly field: readonly string[] },
): Promise<MetPerson> {
  const found = await findPersonByEmail(unit, person.email);
  const known = found && (await lockPerson(unit, found.id));
  if (known === null) {
    const made = { ...person, passwordHash: null };
    const personId = await makePerson(kernel, unit, { person: made, field });
    const { link } = await makePasswordLink(kernel, unit, personId);
    return { personId, passwordLink: link };
  }
  if (known.deactivatedAt === null) return { personId: known.id, passwordLink: null };
  return refuse(field, 'INVALID', `${person.email} was deactivated.`);
}
