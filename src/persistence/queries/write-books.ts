import type { CounterChange } from '../../domain/book/tally-sheet.js';
import type { StatusChange } from '../../domain/history/status-change.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import type { KnownCounters } from '../known-counters.js';
import type { Transaction } from '../unit-of-work.js';
import {
  changeColumns,
  entryColumns,
  isMoved,
  movedColumns,
  type MovedCounter,
  newColumns,
  stateColumns,
  type StateRow,
} from './book-columns.js';
import { WRITE_ALL, WRITE_SPENDS } from './book-statements.js';

/** Rows of the tables that a unit of work writes; those without a type of their own in the columns' names. */
export interface BookRows {
  readonly entries: readonly SpendEntry[];
  readonly counters: readonly CounterChange[];
  readonly states: readonly StateRow[];
  readonly periods: readonly object[];
  readonly closes: readonly object[];
  readonly changes: readonly StatusChange[];
  readonly messages: readonly object[];
}

/**
 * Writes the rows, and gives the number of the transaction if there is a message among them, else
 * null. Fails as a lost race, so that the unit of work runs again on fresh data, when another
 * transaction has recorded one of the events in the meantime. `isLast`: nothing follows.
 */
export async function writeBookRows(
  transaction: Transaction,
  rows: BookRows,
  { known, isLast }: { readonly known: KnownCounters; readonly isLast: boolean },
): Promise<bigint | null> {
  const { entries, counters, states, periods, closes, changes, messages } = rows;
  const hasChanges = [states, periods, closes, changes].some(({ length }) => length > 0);
  if (!hasChanges && [entries, counters, messages].every(({ length }) => length === 0)) return null;
  const moved = counters.filter(isMoved);
  const values = [...spendColumns(rows, moved)];
  if (hasChanges) {
    const few = [periods, closes].map((table) => JSON.stringify(table));
    values.push(...few, ...stateColumns(states), ...changeColumns(changes));
  }
  const text = hasChanges ? WRITE_ALL : WRITE_SPENDS;
  const [written] = isLast
    ? await transaction.lastRows<Written>(text, values)
    : await transaction.rows<Written>(text, values);
  return written ? newsOf(written, { known, moved }) : null;
}

/** The values of what recording spend changes, as its statements number them. */
export function spendColumns(
  { entries, counters, messages }: BookRows,
  moved: readonly MovedCounter[],
): readonly string[] {
  return [
    ...entryColumns(entries),
    ...movedColumns(moved),
    ...newColumns(counters.filter((counter) => !isMoved(counter))),
    JSON.stringify(messages),
    String(entries.length),
    String(moved.length),
  ];
}

/** What a statement says of what it wrote. */
export interface Written {
  /** The number of the transaction, if there was a message among the rows. */
  readonly news: string | null;
  /** The transaction, or the part of one, that wrote the counters. */
  readonly xmin: string | null;
  /** Where the counters lie now. */
  readonly moved: string | null;
}

/** Remembers where the counters lie now; gives the number of the transaction if there was a message. */
export function newsOf(
  { news, xmin, moved: places }: Written,
  { known, moved }: { readonly known: KnownCounters; readonly moved: readonly MovedCounter[] },
): bigint | null {
  for (const text of places?.split(';') ?? []) {
    const [at = '', ctid = ''] = text.split(' ');
    const counter = moved[Number(at)];
    if (counter && xmin !== null) known.keep(counter, counter.tally, { xmin, ctid });
  }
  return news === null ? null : BigInt(news);
}
