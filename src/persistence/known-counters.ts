import type { CounterKey } from '../domain/book/tally-sheet.js';
import type { Tally } from '../domain/budget/tally.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { RecentMap } from '../platform/recent-map.js';
import type { RowVersion } from './row-cache.js';

/** A counter as it was read or written last, under which version. */
export interface KnownCounter extends RowVersion {
  readonly date: LocalDate;
  readonly tally: Tally;
}

/** The counters of an owner's last day and month. */
type OwnerCounters = Partial<Record<CounterKey['period'], KnownCounter>>;

/**
 * Counters as they were left. Whoever writes one gives it another version: as long as that under which it
 * is known can be seen, it says what it said then.
 */
export class KnownCounters {
  private readonly owners: RecentMap<string, OwnerCounters>;

  constructor(capacity: number) {
    this.owners = new RecentMap(capacity);
  }

  find({ ownerId, period, date }: CounterKey): KnownCounter | null {
    const known = this.owners.get(ownerId)?.[period];
    return known?.date === date ? known : null;
  }

  keep({ ownerId, period, date }: CounterKey, tally: Tally, { xmin, ctid }: RowVersion): void {
    const counter = { date, tally, xmin, ctid };
    const counters = this.owners.get(ownerId);
    if (counters) counters[period] = counter;
    else this.owners.set(ownerId, { [period]: counter });
  }
}
