const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Clocks of two machines differ by about this. */
const JUST_NOW_MS = 5 * SECOND_MS;
/** From here on the smaller unit says nothing. */
const HOURS_ARE_ENOUGH_FROM = 10;
const DAYS_ARE_ENOUGH_FROM = 3;

/** A span of time in its two largest units, such as `4 min 20 s` or `3 d 5 h`; less than a second is `0 s`. */
export function formatSpan(spanMs: number): string {
  if (spanMs < MINUTE_MS) return `${Math.max(0, Math.floor(spanMs / SECOND_MS))} s`;
  if (spanMs < HOUR_MS) return units(spanMs, [MINUTE_MS, 'min'], [SECOND_MS, 's']);
  if (spanMs < DAY_MS) return units(spanMs, [HOUR_MS, 'h'], [MINUTE_MS, 'min']);
  return units(spanMs, [DAY_MS, 'd'], [HOUR_MS, 'h']);
}

/** How long ago an instant was, or how long it is until then: `2 min ago`, `in 3 d`; in its largest unit. */
export function formatDistance(instant: string, nowMs: number): string {
  const distanceMs = Date.parse(instant) - nowMs;
  const [size, name] = largestUnit(Math.abs(distanceMs));
  const count = Math.floor(Math.abs(distanceMs) / size);
  if (distanceMs <= 0 && distanceMs > -JUST_NOW_MS) return 'just now';
  return distanceMs > 0 ? `in ${count} ${name}` : `${count} ${name} ago`;
}

/**
 * The same in its two largest units while the smaller one says something: `in 3 h 20 min`, but
 * `10 h ago`. Cut, not rounded: what is 59 minutes and 59 seconds away is not yet an hour.
 */
export function formatFineDistance(instant: string, nowMs: number): string {
  const distanceMs = Date.parse(instant) - nowMs;
  const spanMs = Math.abs(distanceMs);
  if (spanMs < MINUTE_MS) return distanceMs > 0 ? 'in less than a minute' : 'just now';
  const span = fineSpan(spanMs);
  return distanceMs > 0 ? `in ${span}` : `${span} ago`;
}

/** How long something took, such as `28 ms`, `1.4 s` or `2 min 5 s`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < SECOND_MS) return `${durationMs} ms`;
  if (durationMs < MINUTE_MS) return `${(durationMs / SECOND_MS).toFixed(1)} s`;
  return formatSpan(durationMs);
}

function fineSpan(spanMs: number): string {
  if (spanMs < HOUR_MS) return `${Math.floor(spanMs / MINUTE_MS)} min`;
  if (spanMs < HOURS_ARE_ENOUGH_FROM * HOUR_MS) return formatSpan(spanMs);
  if (spanMs < DAY_MS) return `${Math.floor(spanMs / HOUR_MS)} h`;
  if (spanMs < DAYS_ARE_ENOUGH_FROM * DAY_MS) return formatSpan(spanMs);
  return `${Math.floor(spanMs / DAY_MS)} d`;
}

type Unit = readonly [sizeMs: number, name: string];

function largestUnit(spanMs: number): Unit {
  if (spanMs < MINUTE_MS) return [SECOND_MS, 's'];
  if (spanMs < HOUR_MS) return [MINUTE_MS, 'min'];
  return spanMs < 2 * DAY_MS ? [HOUR_MS, 'h'] : [DAY_MS, 'd'];
}

function units(spanMs: number, [large, largeName]: Unit, [small, smallName]: Unit): string {
  const rest = Math.floor((spanMs % large) / small);
  const first = `${Math.floor(spanMs / large)} ${largeName}`;
  return rest === 0 ? first : `${first} ${rest} ${smallName}`;
}
