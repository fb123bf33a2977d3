import { type Instant, parseInstant } from '../../src/domain/time/instant.js';

/** The instant that a test writes down: ISO 8601 with `Z` or an offset. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`${text} is no instant`);
  return parsed;
}
