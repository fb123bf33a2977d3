const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** When a day, as `2026-12-31`, begins on the viewer's own clocks, in ISO 8601; null if it is no day. */
export function startOfOwnDay(date: string): string | null {
  return beginning(date, 0);
}

/** When it is over there: the beginning of the day after it. */
export function endOfOwnDay(date: string): string | null {
  return beginning(date, 1);
}

function beginning(date: string, daysLater: number): string | null {
  const [, year, month, day] = DATE_PATTERN.exec(date)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const given = new Date(year, month - 1, day);
  // 31 June would be 1 July, and the year 26 would be 1926.
  const isReal =
    given.getFullYear() === year && given.getMonth() === month - 1 && given.getDate() === day;
  return isReal ? new Date(year, month - 1, day + daysLater).toISOString() : null;
}
