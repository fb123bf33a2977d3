/** A point in time: integer milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A calendar date, `YYYY-MM-DD`: the order of the strings is the order of the dates. */
export type LocalDate = string;

const DATE_TIME_PATTERN =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?:(:[0-5]\d)(?:[.,](\d{1,30}))?)?(Z|[+-]\d\d(?::?\d\d)?)$/;

const FIRST = Temporal.Instant.from('0001-01-01T00:00:00.000Z').epochMilliseconds;
const LAST = Temporal.Instant.from('9999-12-31T23:59:59.999Z').epochMilliseconds;

/**
 * The instant that `text` names in ISO 8601 with `Z` or an offset, cut to milliseconds. Null if it
 * is spelled otherwise, has no offset, names a moment that does not exist (or a leap second, which
 * no clock here has), or lies outside the years 1 to 9999 in UTC.
 */
export function parseInstant(text: string): Instant | null {
  const match = DATE_TIME_PATTERN.exec(text);
  if (match === null) return null;
  const [, minute = '', second = ':00', fraction = '0', offset = ''] = match;
  const instant = instantOf(`${minute}${second}.${fraction.slice(0, 3)}${offset}`);
  return instant !== null && instant >= FIRST && instant <= LAST ? instant : null;
}

let lastFormatted: { readonly instant: Instant; readonly text: string } | null = null;

/** The instant in UTC with milliseconds: 2026-11-22T09:30:00.000Z. */
export function formatInstant(instant: Instant): string {
  // What is written together mostly has one and the same instant.
  if (lastFormatted?.instant !== instant) {
    lastFormatted = { instant, text: new Date(instant).toISOString() };
  }
  return lastFormatted.text;
}

function instantOf(text: string): Instant | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}
