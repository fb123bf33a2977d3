import type { PersonId } from '../../domain/ids.js';
import { readName } from '../../domain/input/name.js';
import { asIs, combine, type Reading, refused } from '../../domain/input/reading.js';
import { lockPerson, type PersonRow } from '../../persistence/queries/find-person.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { AccessKernel } from '../access-kernel.js';
import { acceptNewPassword } from '../people/accept-new-password.js';
import { makePerson, type NewPerson } from '../people/make-person.js';
import { provePassword } from '../people/prove-password.js';
import { accepted, outcomeOf, refuse } from '../refusal.js';
import type { SessionKernel } from '../sessions/session-kernel.js';
import type { AcceptInvitationRequest } from './invitation-requests.js';

/** Who uses an invitation: a person who has shown that they are known, or one to be made. */
export type Guest = { readonly known: PersonRow } | { readonly made: NewPerson };

/** For whom an invitation is, and who that is if they are known. */
export interface Invited {
  readonly email: string;
  readonly person: PersonRow | null;
}

const NAME = ['input', 'name'];
const PASSWORD = ['input', 'password'];

/** Who uses the invitation; refuses as `acceptInvitation` says, and counts wrong passwords as signing in does. */
export async function readGuest(
  kernel: Pick<SessionKernel, 'database' | 'signInLimits'>,
  request: AcceptInvitationRequest,
  { email, person }: Invited,
): Promise<Guest> {
  if (person === null) return { made: await readNewPerson(request, email) };
  if (request.signedInAs === person.id) return { known: person };
  if (request.password === null) {
    const message = `Somebody with the address ${email} is known already: sign in, or give their password.`;
    return refuse(PASSWORD, 'REQUIRED', message);
  }
  const { password, origin } = request;
  const proven = await provePassword(kernel, { email, password, origin });
  if (proven !== null) return { known: proven };
  return refuse(PASSWORD, 'INVALID', `It is not the password of ${email}.`);
}

async function readNewPerson(request: AcceptInvitationRequest, email: string): Promise<NewPerson> {
  const name = required(request.name, NAME, readName);
  const password = required(request.password, PASSWORD, asIs);
  const owner = { email, name: name.ok ? name.value : '' };
  const passwordHash = password.ok
    ? await outcomeOf(() => acceptNewPassword(password.value, PASSWORD, owner))
    : password;
  return { email, ...accepted(combine<Omit<NewPerson, 'email'>>({ name, passwordHash })) };
}

function required(
  text: string | null,
  field: readonly string[],
  read: (text: string, field: readonly string[]) => Reading<string>,
): Reading<string> {
  if (text !== null) return read(text, field);
  return refused(field, 'REQUIRED', 'Somebody who is new gives a name and a password.');
}

/**
 * The person who comes in, made or locked until the end of the transaction; null: they are kept out,
 * or changed their password, since they were asked.
 */
export async function enter(
  kernel: AccessKernel,
  unit: UnitOfWork,
  guest: Guest,
): Promise<PersonId | null> {
  if ('made' in guest) {
    return makePerson(kernel, unit, { person: guest.made, field: ['input', 'token'] });
  }
  const { id, passwordHash } = guest.known;
  const present = await lockPerson(unit, id);
  const isSame = present?.deactivatedAt === null && present.passwordHash === passwordHash;
  return isSame ? id : null;
}
