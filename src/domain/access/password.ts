import { nameOf, type Reading, refused } from '../input/reading.js';
import { ok } from '../result.js';

/** The shortest and the longest password, in characters (code points). */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 200;

/** Whose password it is to be: what others know of them is no secret. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
}

/**
 * A new password, as sent: 12 to 200 characters of well-formed Unicode, and not the person's own
 * e-mail address or name with digits and signs about it; otherwise INVALID. Whether it is a common
 * one is asked elsewhere.
 */
export function readNewPassword(
  text: string,
  field: readonly string[],
  owner: PasswordOwner,
): Reading<string> {
  const name = nameOf(field);
  if (!text.isWellFormed()) {
    return refused(field, 'INVALID', `The ${name} is not well-formed Unicode.`);
  }
  const { length } = Array.from(text);
  if (length < MIN_PASSWORD_LENGTH || length > MAX_PASSWORD_LENGTH) {
    const rule = `a password has ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH}`;
    return refused(field, 'INVALID', `The ${name} has ${length} characters: ${rule}.`);
  }
  if (isOwn(text, owner)) {
    return refused(field, 'INVALID', `The ${name} is made of the email or the name alone.`);
  }
  return ok(text);
}

function isOwn(password: string, { email, name }: PasswordOwner): boolean {
  const letters = lettersOf(password);
  const [mailbox = ''] = email.split('@');
  const own = [email, mailbox, name].map(lettersOf).filter((text) => text !== '');
  return own.includes(letters) || password.toLowerCase() === email;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/\P{L}/gu, '');
}
