const MS_PER_DAY = 86_400_000;
const WALL_PATTERN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The instants, in order, at which the clocks of a zone show `wall`, such as `2026-10-25T02:30`:
 * none where they skip it or where it is no time at all, two where they show it twice.
 */
export function instantsOfWall(wall: string, timeZone: string): readonly string[] {
  const wallMs = readWall(wall);
  if (wallMs === null) return [];
  return offsetsAround(wallMs, timeZone)
    .map((offsetMs) => wallMs - offsetMs)
    .filter((at) => at + offsetAt(at, timeZone) === wallMs)
    .sort((one, other) => one - other)
    .map(formatUtc);
}

/** What the clocks of a zone show at an instant, to the minute: `2026-10-25T02:30`. */
export function wallOf(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  return formatUtc(at + offsetAt(at, timeZone)).slice(0, 16);
}

/**
 * The first instant at which the clocks of a zone have reached a date, such as `2026-10-25`; it need
 * not be midnight. Null where it is no date.
 */
export function startOfDate(date: string, timeZone: string): string | null {
  const midnight = `${date}T00:00`;
  const wallMs = readWall(midnight);
  if (wallMs === null) return null;
  const [first] = instantsOfWall(midnight, timeZone);
  if (first !== undefined) return first;
  const offsets = offsetsAround(wallMs, timeZone);
  return formatUtc(
    skipBetween(wallMs - Math.max(...offsets), wallMs - Math.min(...offsets), timeZone),
  );
}

/** The date after a date, of a calendar in which every date exists. Null where it is no date. */
export function dateAfter(date: string): string | null {
  const wallMs = readWall(`${date}T00:00`);
  return wallMs === null ? null : formatUtc(wallMs + MS_PER_DAY).slice(0, 10);
}

/** Clocks are put forward once between the two: the first instant after that. */
function skipBetween(from: number, to: number, timeZone: string): number {
  const before = offsetAt(from - 1, timeZone);
  let low = from - 1;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** The zone's offsets near a wall time: no zone is a day or more away from UTC. */
function offsetsAround(wallMs: number, timeZone: string): readonly number[] {
  const places = [wallMs - MS_PER_DAY, wallMs, wallMs + MS_PER_DAY];
  return [...new Set(places.map((at) => offsetAt(at, timeZone)))];
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const second = Math.floor(at / 1000) * 1000;
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(second)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'));
  const clock = (part('hour') * 60 + part('minute')) * 60 + part('second');
  return shown + clock * 1000 - second;
}

function readWall(wall: string): number | null {
  const match = WALL_PATTERN.exec(wall);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((digits) => Number((digits as string | undefined) ?? 0));
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, second);
  // 31 June would be 1 July.
  const isReal = formatUtc(wallMs).startsWith(wall.slice(0, 16)) && second < 60;
  return isReal ? wallMs : null;
}

function formatUtc(at: number): string {
  return new Date(at).toISOString();
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
