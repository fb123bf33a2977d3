import { SIGN_IN_LIMITS, SignInAttempts } from '../../auth/sign-in-attempts.js';
import { hashToken } from '../../auth/token.js';
import type { PersonId } from '../../domain/ids.js';
import { findPerson, lockPerson, type PersonRow } from '../../persistence/queries/find-person.js';
import { findPasswordLink, usePasswordLink } from '../../persistence/queries/password-links.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import { openSession } from '../sessions/open-session.js';
import type { SessionKernel } from '../sessions/session-kernel.js';
import { identityOf, type SignedIn } from '../sessions/sign-in.js';
import type { Visitor } from '../sessions/visitor.js';
import { acceptNewPassword } from './accept-new-password.js';
import { auditPerson } from './audit-person.js';
import { setPassword } from './set-password.js';

/** A one-time link's token, and the password that was typed. */
export interface ResetPasswordRequest {
  readonly token: string;
  readonly password: string;
}

/**
 * Sets a person's password by a one-time link and signs them in: all their sessions before end, all
 * their links are used up, and failures to sign in are forgotten. Refuses a token that nobody made, that was
 * used or has ended, or whose person was deactivated (NOT_FOUND), and what cannot be a password
 * (INVALID; the link stays good).
 */
export function resetPassword(
  kernel: SessionKernel,
  visitor: Visitor,
  { token, password }: ResetPasswordRequest,
): Promise<Outcome<SignedIn>> {
  const { everywhere } = kernel.database;
  const tokenHash = hashToken(token);
  return outcomeOf(async () => {
    const personId = (await findPasswordLink(everywhere, tokenHash)) ?? refuseToken();
    const owner = active(await findPerson(everywhere, personId));
    const passwordHash = await acceptNewPassword(password, ['input', 'password'], owner);
    const session = await everywhere.write(async (unit) => {
      const person = active(await lockPerson(unit, personId));
      if (!(await usePasswordLink(unit, tokenHash))) return refuseToken();
      const changed = await setPassword(kernel, unit, { person, passwordHash, keptSession: null });
      const opened = await openSession(kernel, unit, { personId, visitor });
      const change = { action: 'person.reset_password', ...changed } as const;
      await auditPerson(kernel, unit, { person, visitor, change });
      return opened;
    });
    await forget(kernel, { personId, account: owner.email });
    return { session, identity: await identityOf(kernel, session) };
  });
}

async function forget(
  { database, credentials, signInLimits = SIGN_IN_LIMITS }: SessionKernel,
  { personId, account }: { readonly personId: PersonId; readonly account: string },
): Promise<void> {
  credentials.forget({ personId });
  await new SignInAttempts(database.everywhere, signInLimits).clear({ account });
}

function active(person: PersonRow | null): PersonRow {
  return person?.deactivatedAt === null ? person : refuseToken();
}

function refuseToken(): never {
  return refuse(['input', 'token'], 'NOT_FOUND', 'The link is no longer good: ask for another.');
}
