import type { Caller } from '../../domain/access/caller.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import type { BrandBook } from '../../domain/book/brand-book.js';
import { currentCounter } from '../../domain/book/tally-sheet.js';
import { countedMicros } from '../../domain/budget/tally.js';
import { encodeId } from '../../domain/ids.js';
import { formatMicros } from '../../domain/money/micros.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import type { Books } from '../books/books.js';

/** Whose counter counts from zero again: a brand's own, or a campaign's of that brand. */
export interface CounterReset {
  readonly book: BrandBook;
  readonly owner: { readonly kind: 'brand' | 'campaign'; readonly id: string };
  readonly period: BudgetPeriod;
}

/** Sets aside what counts in an owner's current period; notes it for the audit log if anything does. */
export function resetCounter(
  books: Books,
  caller: Caller,
  { book, owner, period }: CounterReset,
): void {
  const counter = currentCounter(owner.id, period, book.brand);
  const counted = countedMicros(book.tallies.at(counter));
  book.tallies.reset(counter);
  if (counted === 0n) return;
  const spent = (amount: string) => ({ period, date: counter.date, spent: amount });
  const draft: AuditDraft = {
    action: `${owner.kind}.reset_budget`,
    object: { kind: owner.kind, id: encodeId(owner.kind, owner.id) },
    before: spent(formatMicros(counted)),
    after: spent('0'),
  };
  books.audit(caller, draft);
}
