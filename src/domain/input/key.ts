import { ok } from '../result.js';
import { nameOf, type Reading, refused } from './reading.js';

/** The longest key that a caller may give to a thing or a request. */
export const MAX_KEY_LENGTH = 128;

const PRINTABLE_ASCII = /^[\x20-\x7e]+$/;

/** A key of the caller's own, as sent: 1 to 128 printable ASCII characters, otherwise INVALID. */
export function readKey(text: string, field: readonly string[]): Reading<string> {
  if (text.length <= MAX_KEY_LENGTH && PRINTABLE_ASCII.test(text)) return ok(text);
  const rule = `1 to ${MAX_KEY_LENGTH} printable ASCII characters`;
  return refused(field, 'INVALID', `The ${nameOf(field)} must be ${rule}.`);
}
