import { InputError } from '../domain/errors.js';
import { type Instant, parseInstant } from '../domain/time/instant.js';
import type { Clock } from '../platform/clock.js';

const MS_PER_DAY = 86_400_000;
const DAYS_PATTERN = /^[1-9]\d{0,3}$/;

/**
 * When something is to end: in so many days, 1 to 9999, or at an instant such as
 * 2027-01-31T00:00:00Z. Throws InputError for anything else.
 */
export function expiryOf(text: string, clock: Clock): Instant {
  if (DAYS_PATTERN.test(text)) return clock.now() + Number(text) * MS_PER_DAY;
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  throw new InputError(
    ['expires'],
    '--expires is a number of days from 1 to 9999, or an instant such as 2027-01-31T00:00:00Z.',
  );
}
