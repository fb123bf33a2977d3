import { type PasswordOwner, readNewPassword } from '../../../../src/domain/access/password.js';

/** What is typed to change a password. */
export interface PasswordValues {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly repeated: string;
}

/**
 * What is wrong with a new password, as far as can be said here; null: nothing. Whether it is a common
 * one only the server knows.
 */
export function newPasswordProblem(
  { currentPassword, newPassword }: PasswordValues,
  owner: PasswordOwner,
): string | null {
  if (newPassword === '') return 'Choose a new password.';
  if (newPassword === currentPassword) return 'It is the present one.';
  const reading = readNewPassword(newPassword, ['newPassword'], owner);
  return reading.ok ? null : (reading.error[0]?.message ?? null);
}
