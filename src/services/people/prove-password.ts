import { verifyPassword } from '../../auth/password-hash.js';
import { SIGN_IN_LIMITS, SignInAttempts } from '../../auth/sign-in-attempts.js';
import { readEmail } from '../../domain/access/read-email.js';
import { findPersonByEmail, type PersonRow } from '../../persistence/queries/find-person.js';
import type { SessionKernel } from '../sessions/session-kernel.js';

/** Who somebody says they are, and what is to prove it. */
export interface PasswordProof {
  /** As it was typed. */
  readonly email: string;
  readonly password: string;
  /** The address that it comes from. */
  readonly origin: string;
}

/** A person who has shown their password: its hash is what it was compared with. */
export type ProvenPerson = PersonRow & { readonly passwordHash: string };

/**
 * The person whose e-mail address and password these are; null for a wrong password just as for
 * nobody's address and for a person who was deactivated or has no password, after the same work.
 * Throws RateLimitedError after too many failures of the account or from the address. What is known
 * of the person must be checked again in the transaction that relies on it.
 */
export async function provePassword(
  { database, signInLimits = SIGN_IN_LIMITS }: Pick<SessionKernel, 'database' | 'signInLimits'>,
  { email, password, origin }: PasswordProof,
): Promise<ProvenPerson | null> {
  const reading = readEmail(email, []);
  const account = reading.ok ? reading.value : email.trim().toLowerCase();
  const attempts = new SignInAttempts(database.everywhere, signInLimits);
  await attempts.begin({ account, origin });
  const person = await findPersonByEmail(database.everywhere, reading.ok ? account : '');
  const hash = person?.deactivatedAt === null ? person.passwordHash : null;
  if (!(await verifyPassword(password, hash)) || !person || hash === null) return null;
  await attempts.succeed({ account, origin });
  return { ...person, passwordHash: hash };
}
