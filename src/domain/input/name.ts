import { ok } from '../result.js';
import { type Reading, refused } from './reading.js';

/** The longest name, in characters (code points). */
export const MAX_NAME_LENGTH = 200;

const CONTROL_CHARACTER = /\p{Cc}/u;

/**
 * A name of a brand or campaign, trimmed: 1 to 200 characters, none of them a control character or
 * half of a surrogate pair. Anything else is INVALID.
 */
export function readName(text: string, field: readonly string[]): Reading<string> {
  if (!text.isWellFormed()) {
    return refused(
      field,
      'INVALID',
      'The name is not well-formed Unicode: it has a lone surrogate.',
    );
  }
  if (CONTROL_CHARACTER.test(text)) {
    return refused(field, 'INVALID', 'The name has a control character: a name has none.');
  }
  const name = text.trim();
  const length = lengthOf(name);
  if (length >= 1 && length <= MAX_NAME_LENGTH) return ok(name);
  const rule = `a name has 1 to ${MAX_NAME_LENGTH}, spaces around it not counted`;
  return refused(field, 'INVALID', `The name has ${length} characters: ${rule}.`);
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
