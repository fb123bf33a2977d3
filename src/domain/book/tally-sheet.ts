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

/** A brand, as far as its periods go. */
type PeriodHolder = Pick<Brand, 'agencyId' | 'day' | 'month'>;

/** What a unit of work adds to one counter. */
export interface CounterChange extends CounterKey {
  readonly trueSpentDelta: Micros;
  readonly offsetDelta: Micros;
}

/** The counters that a unit of work has read, and how it changed them. */
export class TallySheet {
  private readonly read = new Map<string, Tally>();
  private readonly changed = new Map<string, CounterKey & { tally: Tally }>();

  /** Enters a counter as the database has it; one that is never entered is empty. */
  enter(key: CounterKey, tally: Tally): void {
    this.read.set(textOf(key), tally);
  }

  at(key: CounterKey): Tally {
    const text = textOf(key);
    return this.changed.get(text)?.tally ?? this.read.get(text) ?? EMPTY_TALLY;
  }

  /** An owner's tallies of the brand's current day and month. */
  totals(ownerId: string, brand: PeriodHolder): OwnerTotals {
    return {
      day: this.at(currentCounter(ownerId, 'DAY', brand)),
      month: this.at(currentCounter(ownerId, 'MONTH', brand)),
    };
  }

  add(key: CounterKey, amountMicros: Micros): void {
    this.change(key, addToTally(this.at(key), amountMicros));
  }

  reset(key: CounterKey): void {
    this.change(key, resetTally(this.at(key)));
  }

  /** All changes, one for each counter that differs from what was read. */
  changes(): CounterChange[] {
    const changes: CounterChange[] = [];
    for (const [text, { tally, ...key }] of this.changed) {
      const before = this.read.get(text) ?? EMPTY_TALLY;
      const trueSpentDelta = tally.trueSpentMicros - before.trueSpentMicros;
      const offsetDelta = tally.offsetMicros - before.offsetMicros;
      if (trueSpentDelta === 0n && offsetDelta === 0n) continue;
      changes.push({ ...key, trueSpentDelta, offsetDelta });
    }
    return changes;
  }

  private change(key: CounterKey, tally: Tally): void {
    this.changed.set(textOf(key), { ...key, tally });
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

function textOf({ ownerId, period, date }: CounterKey): string {
  return `${ownerId}${period}${date}`;
}
