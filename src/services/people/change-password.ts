import type { PersonId } from '../../domain/ids.js';
import { findPerson, lockPerson } from '../../persistence/queries/find-person.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import type { Asking } from '../sessions/asking.js';
import type { SessionKernel } from '../sessions/session-kernel.js';
import { acceptNewPassword } from './accept-new-password.js';
import { auditPerson } from './audit-person.js';
import { type ProvenPerson, provePassword } from './prove-password.js';
import { setPassword } from './set-password.js';

/** The present password and the new one, as they were typed. */
export interface ChangePasswordRequest {
  readonly currentPassword: string;
  readonly newPassword: string;
}

const CURRENT = ['input', 'currentPassword'];
const NEW = ['input', 'newPassword'];

/**
 * Gives the person who asks a new password; their other sessions end. Refuses a key, which has none
 * (INVALID), a wrong present password, also where there is none (INVALID), and what cannot be the new
 * one (INVALID). Throws RateLimitedError as signing in does.
 */
export function changePassword(
  kernel: SessionKernel,
  { identity: { credential }, visitor }: Asking,
  { currentPassword, newPassword }: ChangePasswordRequest,
): Promise<Outcome<true>> {
  return outcomeOf<true>(async () => {
    if (credential.kind === 'KEY') return refuse([], 'INVALID', 'A key has no password.');
    const { id: sessionId, personId } = credential;
    const proof = { password: currentPassword, origin: visitor.origin };
    const person = await prove(kernel, personId, proof);
    const passwordHash = await acceptNewPassword(newPassword, NEW, person);
    await kernel.database.everywhere.write(async (unit) => {
      const present = await relyOn(unit, person);
      const values = { person: present, passwordHash, keptSession: sessionId };
      const changed = await setPassword(kernel, unit, values);
      const change = { action: 'person.change_password', ...changed } as const;
      await auditPerson(kernel, unit, { person: present, visitor, change });
    });
    kernel.credentials.forget({ personId });
    return true;
  });
}

/** The person, who has shown their present password. */
async function prove(
  kernel: SessionKernel,
  personId: PersonId,
  proof: { readonly password: string; readonly origin: string },
): Promise<ProvenPerson> {
  const person = await findPerson(kernel.database.everywhere, personId);
  const { email } = person ?? refuseCurrent();
  return (await provePassword(kernel, { email, ...proof })) ?? refuseCurrent();
}

/** Locks the person; refuses if the password that was shown is no longer theirs. */
async function relyOn(unit: UnitOfWork, proven: ProvenPerson) {
  const present = await lockPerson(unit, proven.id);
  const isSame = present?.deactivatedAt === null && present.passwordHash === proven.passwordHash;
  return isSame ? present : refuseCurrent();
}

function refuseCurrent(): never {
  return refuse(CURRENT, 'INVALID', 'It is not your present password.');
}
