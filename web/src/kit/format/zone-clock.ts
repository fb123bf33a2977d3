const MS_PER_SECOND = 1_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * What a zone's clocks show at an instant, cut to seconds, in milliseconds of UTC had the clocks
 * been UTC's: what `Date.UTC` gives for the same day and time.
 */
export function wallAt(atMs: number, timeZone: string): number {
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
  return Date.parse(`${date}T${parts.hour}:${parts.minute}:${parts.second}Z`);
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds: whole seconds. */
export function offsetAt(atMs: number, timeZone: string): number {
  const second = Math.floor(atMs / MS_PER_SECOND) * MS_PER_SECOND;
  return wallAt(second, timeZone) - second;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(timeZone, clock);
  return clock;
}
