import type { Instant } from './instant.js';

/** A stretch of time, `[from, until)`, in which a zone keeps one offset from UTC. */
export interface OffsetSpan {
  /** -Infinity if the zone had no other offset before. */
  readonly from: Instant;
  /** Infinity if no other offset follows. */
  readonly until: Instant;
  /** Wall time less UTC, in milliseconds. */
  readonly offsetMs: number;
  /**
   * The wall time, as milliseconds of UTC, that the zone's clocks had reached just before `from`.
   */
  readonly wallBefore: number;
}

/** The database has about 600 names. */
const MAX_ZONES = 1_000;
/** A zone of today changes twice a year: this is 32 years of history. */
const MAX_SPANS_PER_ZONE = 64;

const spansByZone = new Map<string, OffsetSpan[]>();

/**
 * The span of `zone`, an IANA name, that contains `at`. Remembered, since asking the time zone
 * database costs some hundred times more; the memory is bounded and starts again when full. Throws
 * RangeError for no zone.
 */
export function offsetSpanAt(zone: string, at: Instant): OffsetSpan {
  const known = spansByZone.get(zone) ?? remember(zone);
  for (const span of known) {
    if (span.from <= at && at < span.until) return span;
  }
  const span = readSpan(zone, at);
  if (known.length >= MAX_SPANS_PER_ZONE) known.length = 0;
  known.push(span);
  return span;
}

function remember(zone: string): OffsetSpan[] {
  if (spansByZone.size >= MAX_ZONES) spansByZone.clear();
  const spans: OffsetSpan[] = [];
  spansByZone.set(zone, spans);
  return spans;
}

function readSpan(zone: string, at: Instant): OffsetSpan {
  const here = zoned(zone, at);
  const from =
    here.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity;
  return {
    from,
    until: here.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offsetMs: offsetMsOf(here),
    wallBefore: from === -Infinity ? -Infinity : from + offsetMsOf(zoned(zone, from - 1)),
  };
}

function zoned(zone: string, at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

function offsetMsOf(time: Temporal.ZonedDateTime): number {
  return time.offsetNanoseconds / 1_000_000;
}
