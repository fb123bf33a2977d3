import type { BrandBook } from '../../domain/book/brand-book.js';
import type { CounterChange } from '../../domain/book/tally-sheet.js';
import { codesOf } from '../../domain/campaign/transition.js';
import type { StatusChange } from '../../domain/history/status-change.js';
import type { AgencyId } from '../../domain/ids.js';
import { formatInstant } from '../../domain/time/instant.js';
import { type BookRows, writeBookRows } from '../../persistence/queries/write-books.js';
import { writeKnownSpends } from '../../persistence/queries/write-known-spends.js';
import type { ScopedDatabase } from '../../persistence/scoped-database.js';
import type { Transaction } from '../../persistence/unit-of-work.js';
import { recordAudits } from '../audit/record-audits.js';
import type { BookKernel } from '../kernel.js';
import type { Books } from './books.js';
import type { RecalledBooks } from './recall-books.js';

/**
 * Writes everything that the books collected, in one statement, and then what is to be audited. Gives
 * the number of the transaction if somebody may be watching what it changed, else null. Nothing may
 * follow in the transaction.
 */
export async function saveBooks(
  kernel: BookKernel,
  books: Books<Transaction>,
): Promise<bigint | null> {
  const isLast = books.audits.length === 0;
  const { counters: known } = books.known;
  const xid = await writeBookRows(books.unit, rowsOf(kernel, books), { known, isLast });
  if (!isLast) await recordAudits(kernel, books.unit, books.audits);
  return xid;
}

/**
 * The same for books that were recalled. Null, and nothing is done, if they collected more than spends: what
 * was refused or changed otherwise must not rest on what has not been read.
 */
export async function saveRecalled(
  kernel: BookKernel,
  database: ScopedDatabase,
  { books, basis }: RecalledBooks,
): Promise<{ readonly news: bigint | null } | null> {
  const rows = rowsOf(kernel, books);
  const { states, periods, closes, changes } = rows;
  const others = [states, periods, closes, changes, books.audits];
  if (rows.entries.length === 0 || others.some(({ length }) => length > 0)) return null;
  const { counters: known } = books.known;
  return { news: await writeKnownSpends(database, rows, { basis, known }) };
}

function rowsOf(kernel: BookKernel, books: Books): BookRows {
  const all = books.all();
  const counters = books.tallies.changes();
  const changes = all.flatMap((book) => changeRows(kernel, book));
  return {
    entries: books.entries,
    counters,
    states: all.flatMap((book) => book.restatedCampaigns()),
    periods: all.filter(({ hasRolled }) => hasRolled).map(periodRow),
    closes: all.flatMap((book) => closeRows(kernel, book)),
    changes,
    messages: books.agencyIds.flatMap((id) => messageRows(id, books, { counters, changes })),
  };
}

interface News {
  readonly counters: readonly CounterChange[];
  readonly changes: readonly StatusChange[];
}

/** What subscribers of an agency are told: at most one message, none if nothing of theirs changed. */
function messageRows(
  agencyId: AgencyId,
  books: Books,
  { counters, changes }: News,
): readonly object[] {
  const owners = new Set(
    counters.filter((change) => change.agencyId === agencyId).map(({ ownerId }) => ownerId),
  );
  const changeIds = changes.filter((change) => change.agencyId === agencyId).map(({ id }) => id);
  if (owners.size === 0 && changeIds.length === 0) return [];
  const isBrand = (id: string): boolean => books.find(id) !== null;
  return [
    {
      agency_id: agencyId,
      at: formatInstant(books.now),
      campaign_ids: [...owners].filter((id) => !isBrand(id)),
      brand_ids: [...owners].filter(isBrand),
      change_ids: changeIds,
    },
  ];
}

function periodRow({ brand }: BrandBook): object {
  return {
    agency_id: brand.agencyId,
    id: brand.id,
    day: brand.day.date,
    day_starts_at: formatInstant(brand.day.startsAt),
    day_ends_at: formatInstant(brand.day.endsAt),
    month: brand.month.date,
    month_starts_at: formatInstant(brand.month.startsAt),
    month_ends_at: formatInstant(brand.month.endsAt),
  };
}

function closeRows({ ids }: BookKernel, { brand, closings, now }: BrandBook): readonly object[] {
  return closings.map(({ kind, period, spentMicros, budgetMicros }) => ({
    agency_id: brand.agencyId,
    id: ids.next(now),
    brand_id: brand.id,
    period: kind,
    date: period.date,
    period_start: formatInstant(period.startsAt),
    period_end: formatInstant(period.endsAt),
    spent_micros: String(spentMicros),
    budget_micros: budgetMicros === null ? null : String(budgetMicros),
    closed_at: formatInstant(now),
  }));
}

/** In the order of the instants at which the changes hold, so that ids grow in that order. */
function changeRows({ ids }: BookKernel, book: BrandBook): readonly StatusChange[] {
  const { agencyId, id: brandId } = book.brand;
  const inOrder = book.transitions.toSorted((a, b) => a.transition.at - b.transition.at);
  return inOrder.map(({ campaignId, transition: { before, after, cause, at }, actor }) => ({
    id: ids.next(at),
    agencyId,
    brandId,
    campaignId,
    from: before.status,
    to: after.status,
    blockersBefore: codesOf(before),
    blockers: codesOf(after),
    cause,
    actor,
    at,
  }));
}
