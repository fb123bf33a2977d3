import { type Reading, refused } from '../input/reading.js';
import { ok } from '../result.js';

/** The longest reason, in characters (code points). */
const MAX_REASON_LENGTH = 500;
const CONTROL_CHARACTER = /\p{Cc}/u;

/** Why something is done, as sent, trimmed: 1 to 500 characters without control characters, else INVALID. */
export function readReason(text: string, field: readonly string[]): Reading<string> {
  const reason = text.trim();
  const { length } = Array.from(reason);
  const isText = text.isWellFormed() && !CONTROL_CHARACTER.test(reason);
  if (isText && length >= 1 && length <= MAX_REASON_LENGTH) return ok(reason);
  const rule = `1 to ${MAX_REASON_LENGTH} characters, none of them a control character`;
  return refused(field, 'INVALID', `A reason has ${rule}.`);
}
