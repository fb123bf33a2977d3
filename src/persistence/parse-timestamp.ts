import type { Instant } from '../domain/time/instant.js';

/** `YYYY-MM-DD hh:mm:ss` and `+00`; between them there may be a fraction. */
const SHORTEST = 22;
const CODE_OF_0 = 48;

/**
 * The instant that PostgreSQL writes as `2026-11-22 09:30:00.123+00`, cut to milliseconds: the most
 * frequent value of all that is read, so its digits are read where they are. What looks otherwise, as
 * in another zone or before the year 100, is left to the language.
 */
export function parseTimestamp(text: string): Instant {
  if (text.length < SHORTEST || !text.endsWith('+00') || text.startsWith('00')) return parse(text);
  if (text.charAt(10) !== ' ' || text.charAt(16) !== ':') return parse(text);
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const milliseconds = text.length === SHORTEST ? 0 : thousandths(text);
  return Date.UTC(
    year,
    twoDigits(text, 5) - 1,
    twoDigits(text, 8),
    twoDigits(text, 11),
    twoDigits(text, 14),
    twoDigits(text, 17),
    milliseconds,
  );
}

function parse(text: string): Instant {
  return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}

function twoDigits(text: string, at: number): number {
  return 10 * (text.charCodeAt(at) - CODE_OF_0) + text.charCodeAt(at + 1) - CODE_OF_0;
}

/** PostgreSQL leaves out zeros at the end of a fraction. */
function thousandths(text: string): number {
  return Number(text.slice(20, -3).slice(0, 3).padEnd(3, '0'));
}
