import type { CounterChange } from '../../domain/book/tally-sheet.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import { formatInstant } from '../../domain/time/instant.js';
import { plainArray, textArray } from '../array-literal.js';
import type { KnownCounters } from '../known-counters.js';
import type { Transaction } from '../unit-of-work.js';
import { WRITE_ALL, WRITE_SPENDS } from './book-statements.js';

/** Rows of the tables that a unit of work writes; those without a type of their own in the columns' names. */
export interface BookRows {
  readonly entries: readonly SpendEntry[];
  readonly counters: readonly CounterChange[];
  readonly states: readonly object[];
  readonly periods: readonly object[];
  readonly closes: readonly object[];
  readonly changes: readonly object[];
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
  const tables = [states, periods, closes, changes];
  const hasChanges = tables.some(({ length }) => length > 0);
  if (!hasChanges && [entries, counters, messages].every(({ length }) => length === 0)) return null;
  const moved = counters.filter(({ place }) => place !== null);
  const values = [
    ...entryColumns(entries),
    ...movedColumns(moved),
    ...newColumns(counters.filter(({ place }) => place === null)),
    JSON.stringify(messages),
    entries.length,
    moved.length,
    ...(hasChanges ? tables.map((table) => JSON.stringify(table)) : []),
  ];
  const text = hasChanges ? WRITE_ALL : WRITE_SPENDS;
  const [written] = isLast
    ? await transaction.lastRows<Written>(text, values)
    : await transaction.rows<Written>(text, values);
  if (!written) return null;
  const { xmin, moved: places, news } = written;
  for (const text of places?.split(';') ?? []) {
    const [at = '', ctid = ''] = text.split(' ');
    const counter = moved[Number(at)];
    if (counter && xmin !== null) known.keep(counter, counter.tally, { xmin, ctid });
  }
  return news === null ? null : BigInt(news);
}

interface Written {
  /** The number of the transaction, if there was a message among the rows. */
  readonly news: string | null;
  /** The transaction, or the part of one, that wrote the counters. */
  readonly xmin: string | null;
  /** Where the counters lie now. */
  readonly moved: string | null;
}

/** The rows turned on their side: an array for each column, in the order of {@link WRITE_SPENDS}. */
function entryColumns(entries: readonly SpendEntry[]): readonly string[] {
  return [
    plainArray(entries.map(({ agencyId }) => agencyId)),
    plainArray(entries.map(({ id }) => id)),
    plainArray(entries.map(({ brandId }) => brandId)),
    plainArray(entries.map(({ campaignId }) => campaignId)),
    plainArray(entries.map(({ kind }) => kind)),
    plainArray(entries.map(({ amountMicros }) => amountMicros)),
    textArray(entries.map(({ eventId }) => eventId)),
    textArray(entries.map(({ source }) => source)),
    plainArray(entries.map(({ occurredAt }) => formatInstant(occurredAt))),
    plainArray(entries.map(({ recordedAt }) => formatInstant(recordedAt))),
    plainArray(entries.map(({ day }) => day)),
    plainArray(entries.map(({ whileBlocked }) => whileBlocked)),
    plainArray(entries.map(({ refundOfId }) => refundOfId)),
    plainArray(entries.map(({ recordedBy }) => recordedBy?.kind ?? null)),
    plainArray(entries.map(({ recordedBy }) => recordedBy?.id ?? null)),
    textArray(entries.map(({ recordedBy }) => recordedBy?.name ?? null)),
  ];
}

function movedColumns(counters: readonly CounterChange[]): readonly string[] {
  return [
    textArray(counters.map(({ place }) => place)),
    plainArray(counters.map(({ ownerId }) => ownerId)),
    plainArray(counters.map(({ trueSpentDelta }) => trueSpentDelta)),
    plainArray(counters.map(({ offsetDelta }) => offsetDelta)),
  ];
}

function newColumns(counters: readonly CounterChange[]): readonly string[] {
  return [
    plainArray(counters.map(({ agencyId }) => agencyId)),
    plainArray(counters.map(({ ownerId }) => ownerId)),
    plainArray(counters.map(({ period }) => period)),
    plainArray(counters.map(({ date }) => date)),
    plainArray(counters.map(({ trueSpentDelta }) => trueSpentDelta)),
    plainArray(counters.map(({ offsetDelta }) => offsetDelta)),
  ];
}
