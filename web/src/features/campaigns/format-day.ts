const formats = new Map<string, Intl.DateTimeFormat>();

/** The local day that holds an instant, such as `Wed 25 Nov`. */
export function formatDay(instant: string, timeZone: string): string {
  const known = formats.get(timeZone);
  if (known) return known.format(new Date(instant));
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  formats.set(timeZone, format);
  return format.format(new Date(instant));
}
