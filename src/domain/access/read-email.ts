import { type Reading, refused } from '../input/reading.js';
import { ok } from '../result.js';

/** The longest address that mail knows (RFC 5321). */
const MAX_EMAIL_LENGTH = 254;

/** What is before and after the one @: neither spaces nor control characters. */
const EMAIL_PATTERN = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u;

/**
 * An e-mail address as sent, trimmed and in lower case: a person is known by it. INVALID if it is
 * none, or longer than 254 characters.
 */
export function readEmail(text: string, field: readonly string[]): Reading<string> {
  const email = text.trim().toLowerCase();
  const isEmail = email.length <= MAX_EMAIL_LENGTH && EMAIL_PATTERN.test(email);
  if (isEmail && email.isWellFormed()) return ok(email);
  return refused(field, 'INVALID', 'It is not an e-mail address, such as ada@example.com.');
}
