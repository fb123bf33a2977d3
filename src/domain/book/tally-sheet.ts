import type { Brand } from '../brand/brand.js';
import {
  addToTally,
  EMPTY_TALLY,
  type OwnerTotals,
  resetTally,
  type Tally,
} from '../budget/tally.js';
import type { AgencyId } from '../ids.js';
import type { Micros } from '../money/micros.js';
import type { LocalDate } from '../time/local-date.js';
import type { BudgetPeriod } from '../time/period.js';

/** Names one counter: an owner (brand or campaign), day or month, and its date. */
export interface CounterKey {
  readonly agencyId: AgencyId;
  readonly ownerId: string;
  readonly period: BudgetPeriod;
  readonly date: LocalDate;
}

/** Where a counter lies and which of its versions, in the database's words. */
export interface CounterPlace {
  readonly ctid: string;
  readonly xmin: string;
}

/** A brand, as far as its periods go. */
type PeriodHolder = Pick<Brand, 'agencyId' | 'day' | 'month'>;

/** What a unit of work adds to one counter. */
export interface CounterChange extends CounterKey {
  readonly trueSpentDelta: Micros;
  readonly offsetDelta: Micros;
  /** What the counter is now. */
  readonly tally: Tally;
  /** Where the counter was found; null: there was none. */
  readonly place: CounterPlace | null;
}

/** A counter as it was read, and as it is now. */
interface Line {
  readonly key: CounterKey;
  read: Tally;
  place: CounterPlace | null;
  tally: Tally;
}

/** The counters that a unit of work has read, and how it changed them. */
export class TallySheet {
  /** An owner has few lines: of its current day and month, seldom of others. */
  private readonly linesByOwner = new Map<string, Line[]>();

  /** Enters a counter as it was found at a place; one that is never entered is empty. */
  enter(key: CounterKey, tally: Tally, place: CounterPlace): void {
    const line = this.line(key);
    line.read = tally;
    line.tally = tally;
    line.place = place;
  }

  at({ ownerId, period, date }: CounterKey): Tally {
    return this.find(ownerId, period, date)?.tally ?? EMPTY_TALLY;
  }

  /** An owner's tallies of the brand's current day and month. */
  totals(ownerId: string, { day, month }: PeriodHolder): OwnerTotals {
    return {
      day: this.find(ownerId, 'DAY', day.date)?.tally ?? EMPTY_TALLY,
      month: this.find(ownerId, 'MONTH', month.date)?.tally ?? EMPTY_TALLY,
    };
  }

  add(key: CounterKey, amountMicros: Micros): void {
    const line = this.line(key);
    line.tally = addToTally(line.tally, amountMicros);
  }

  reset(key: CounterKey): void {
    const line = this.line(key);
    line.tally = resetTally(line.tally);
  }

  /** All changes, one for each counter that differs from what was read. */
  changes(): CounterChange[] {
    const changes: CounterChange[] = [];
    for (const lines of this.linesByOwner.values()) {
      for (const { key, read, place, tally } of lines) {
        const trueSpentDelta = tally.trueSpentMicros - read.trueSpentMicros;
        const offsetDelta = tally.offsetMicros - read.offsetMicros;
        if (trueSpentDelta === 0n && offsetDelta === 0n) continue;
        const { agencyId, ownerId, period, date } = key;
        const what = { trueSpentDelta, offsetDelta, tally, place };
        changes.push({ agencyId, ownerId, period, date, ...what });
      }
    }
    return changes;
  }

  private line(key: CounterKey): Line {
    const known = this.find(key.ownerId, key.period, key.date);
    if (known) return known;
    const line = { key, read: EMPTY_TALLY, place: null, tally: EMPTY_TALLY };
    const lines = this.linesByOwner.get(key.ownerId);
    if (lines) lines.push(line);
    else this.linesByOwner.set(key.ownerId, [line]);
    return line;
  }

  private find(ownerId: string, period: BudgetPeriod, date: LocalDate): Line | undefined {
    const lines = this.linesByOwner.get(ownerId);
    return lines?.find(({ key }) => key.period === period && key.date === date);
  }
}

/** The counter of an owner's current day or month, as its brand's periods are. */
export function currentCounter(
  ownerId: string,
  period: BudgetPeriod,
  { agencyId, day, month }: PeriodHolder,
): CounterKey {
  return { agencyId, ownerId, period, date: period === 'DAY' ? day.date : month.date };
}
