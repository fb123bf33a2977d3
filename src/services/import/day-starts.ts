import type { Instant, LocalDate } from '../../domain/time/instant.js';
import { addDays } from '../../domain/time/local-date.js';
import { startOfDay } from '../../domain/time/zone.js';

const DAYS = { DAY: 1, WEEK: 7 } as const;
/** More dates and zones than this begin to be asked for anew. */
const MAX_KNOWN = 10_000;

/**
 * Says when the day of a date, or the seven days that begin with it, begin in a zone. Remembered, as
 * the rows of a file have few dates.
 */
export class DayStarts {
  private readonly known = new Map<string, readonly Instant[]>();

  constructor(private readonly per: 'DAY' | 'WEEK') {}

  of(date: LocalDate, timeZone: string): readonly Instant[] {
    const key = `${date} ${timeZone}`;
    const known = this.known.get(key);
    if (known) return known;
    if (this.known.size >= MAX_KNOWN) this.known.clear();
    const days = Array.from({ length: DAYS[this.per] }, (_, day) => addDays(date, day));
    const starts = days.map((day) => startOfDay(day, timeZone));
    this.known.set(key, starts);
    return starts;
  }
}
