const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant on the clocks of a zone, such as `25 Nov 2026, 14:30`. */
export function formatInstant(instant: string, timeZone: string): string {
  return formatIn(timeZone, 'instant', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
}

/** With seconds, such as `25 Nov 2026, 14:30:05`. */
export function formatMoment(instant: string, timeZone: string): string {
  return formatIn(timeZone, 'moment', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(instant));
}

/** The time of day alone, such as `14:30`. */
export function formatClock(instant: string | number, timeZone: string): string {
  return formatIn(timeZone, 'clock', { hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}

/** The time of day to the second with its zone, such as `14:30:05 CET`. */
export function formatSecond(instant: string, timeZone: string): string {
  return formatIn(timeZone, 'second', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));
}

/** The day alone, such as `25 Nov`. */
export function formatDay(instant: string, timeZone: string): string {
  return formatIn(timeZone, 'day', { day: 'numeric', month: 'short' }).format(new Date(instant));
}

/** The day of an instant on the clocks of a zone, such as `Wed 25 Nov`. */
export function formatWeekday(instant: string | number, timeZone: string): string {
  return formatIn(timeZone, 'weekday', { weekday: 'short', day: 'numeric', month: 'short' })
    .format(new Date(instant))
    .replace(',', '');
}

/** A date of a calendar, such as `25 Nov 2026`. */
export function formatDate(date: string): string {
  return formatIn('UTC', 'date', { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(date),
  );
}

/** A month of a calendar by one of its dates, such as `November 2026`. */
export function formatMonth(date: string): string {
  return formatIn('UTC', 'month', { month: 'long', year: 'numeric' }).format(new Date(date));
}

function formatIn(
  timeZone: string,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${name} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone, hourCycle: 'h23' });
  formats.set(key, format);
  return format;
}

/** The viewer's own zone, for what belongs to no brand. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
