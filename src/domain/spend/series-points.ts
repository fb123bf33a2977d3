import { err, ok, type Result } from '../result.js';
import type { Instant, LocalDate } from '../time/instant.js';
import { monthAfter, monthOf } from '../time/local-date.js';
import type { BudgetPeriod } from '../time/period.js';
import { dateAfter, localDate } from '../time/zone.js';
import { hourAfter, startOfHour } from './local-hours.js';
import { MAX_SERIES_POINTS } from './spend-series.js';

/** What a series is asked for: `[from, to)`, seen in a zone. */
export interface SeriesRange {
  readonly from: Instant;
  readonly to: Instant;
  readonly timeZone: string;
}

/** The points of a series, or that there are more than a series may have. */
export type SeriesPoints<T> = Result<readonly T[], 'TOO_MANY'>;

/** The first instants of the local hours that touch the range, in order. */
export function hoursTouching({ from, to, timeZone }: SeriesRange): SeriesPoints<Instant> {
  if (from >= to) return ok([]);
  return walk({
    first: startOfHour(from, timeZone),
    last: startOfHour(to - 1, timeZone),
    after: (hour) => hourAfter(hour, timeZone),
  });
}

/** The local days, or the first days of the local months, that touch the range, in order. */
export function datesTouching(
  period: BudgetPeriod,
  { from, to, timeZone }: SeriesRange,
): SeriesPoints<LocalDate> {
  if (from >= to) return ok([]);
  const [first, last] = [localDate(from, timeZone), localDate(to - 1, timeZone)];
  return period === 'MONTH'
    ? walk({ first: monthOf(first), last: monthOf(last), after: monthAfter })
    : walk({ first, last, after: (date) => dateAfter(date, timeZone) });
}

interface Walk<T> {
  readonly first: T;
  readonly last: T;
  readonly after: (point: T) => T;
}

function walk<T>({ first, last, after }: Walk<T>): SeriesPoints<T> {
  const points: T[] = [];
  for (let point = first; points.length < MAX_SERIES_POINTS; point = after(point)) {
    points.push(point);
    if (point >= last) return ok(points);
  }
  return err('TOO_MANY');
}
