import { hashPassword, needsRehash } from '../../auth/password-hash.js';
import { invariant } from '../../domain/errors.js';
import { PersonEntity } from '../../entities/person.js';
import { lockPerson } from '../../persistence/queries/find-person.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { Identity } from '../credentials/identity.js';
import type { Outcome } from '../outcome.js';
import { auditPerson } from '../people/audit-person.js';
import { type ProvenPerson, provePassword } from '../people/prove-password.js';
import { outcomeOf, refuse } from '../refusal.js';
import { type OpenedSession, openingOf, openSession } from './open-session.js';
import type { SessionKernel } from './session-kernel.js';
import type { Visitor } from './visitor.js';

/** An e-mail address and a password as they were typed. */
export interface SignInRequest {
  readonly email: string;
  readonly password: string;
}

/** A session that was opened, and whose it is. */
export interface SignedIn {
  readonly session: OpenedSession;
  readonly identity: Identity;
}

/**
 * Opens a session for whoever knows a person's password. Refuses with one and the same answer, after
 * the same time, a wrong password, an unknown address, a person who was deactivated and one without a
 * password (INVALID). Throws RateLimitedError after 10 failures of an account or 50 from an address
 * within 15 minutes.
 */
export function signIn(
  kernel: SessionKernel,
  visitor: Visitor,
  { email, password }: SignInRequest,
): Promise<Outcome<SignedIn>> {
  return outcomeOf(async () => {
    const { origin } = visitor;
    const person = (await provePassword(kernel, { email, password, origin })) ?? refuseUnknown();
    const renewed = needsRehash(person.passwordHash) ? await hashPassword(password) : null;
    const session = await kernel.database.everywhere.write(async (unit) => {
      await relyOn(unit, person);
      if (renewed !== null) {
        await unit.em.nativeUpdate(PersonEntity, { id: person.id }, { passwordHash: renewed });
      }
      const opened = await openSession(kernel, unit, { personId: person.id, visitor });
      await auditPerson(kernel, unit, { person, visitor, change: openingOf(opened, 'password') });
      return opened;
    });
    return { session, identity: await identityOf(kernel, session) };
  });
}

/** Whose session it is that was just opened. */
export async function identityOf(
  { credentials }: Pick<SessionKernel, 'credentials'>,
  { token }: OpenedSession,
): Promise<Identity> {
  const identity = await credentials.identify({ bearer: null, session: token });
  invariant(identity, 'a session that was just opened is good');
  return identity;
}

/** Locks the person; refuses if what was proven has changed meanwhile. */
async function relyOn(unit: UnitOfWork, { id, passwordHash }: ProvenPerson): Promise<void> {
  const present = await lockPerson(unit, id);
  if (present?.deactivatedAt === null && present.passwordHash === passwordHash) return;
  refuseUnknown();
}

function refuseUnknown(): never {
  return refuse(['input'], 'INVALID', 'The email or the password is wrong.');
}
