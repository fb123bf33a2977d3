import { isCommonPassword } from '../../auth/common-passwords.js';
import { hashPassword } from '../../auth/password-hash.js';
import { type PasswordOwner, readNewPassword } from '../../domain/access/password.js';
import { accepted, refuse } from '../refusal.js';

/**
 * The hash of a new password, made outside any transaction since it takes its time. Refuses what
 * cannot be a password or is a common one (INVALID, at `field`).
 */
export async function acceptNewPassword(
  text: string,
  field: readonly string[],
  owner: PasswordOwner,
): Promise<string> {
  const password = accepted(readNewPassword(text, field, owner));
  if (!(await isCommonPassword(password))) return hashPassword(password);
  return refuse(field, 'INVALID', 'It is among the first passwords that anybody would try.');
}
