import type { BrandBook } from '../../domain/book/brand-book.js';
import type { Campaign } from '../../domain/campaign/campaign.js';
import { codesOf } from '../../domain/campaign/transition.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { writeBookRows } from '../../persistence/queries/write-books.js';
import type { BookKernel } from '../kernel.js';
import type { Books } from './books.js';

/**
 * Writes everything that the books collected, in one statement. Gives the number of the transaction
 * if somebody may be watching what it changed, else null.
 */
export function saveBooks(kernel: BookKernel, books: Books): Promise<bigint | null> {
  const all = books.all();
  const counters = books.tallies.changes();
  const changes = all.flatMap((book) => changeRows(kernel, book));
  const message = {
    at: formatInstant(books.now),
    campaign_ids: ownersAmong(counters, all, 'campaign'),
    brand_ids: ownersAmong(counters, all, 'brand'),
    change_ids: changes.map(({ id }) => id),
  };
  const isNews = counters.length > 0 || changes.length > 0;
  return writeBookRows(books.unit, books.agencyId, {
    entries: books.entries.map(entryRow),
    counters: counters.map((change) => ({
      owner_id: change.ownerId,
      period: change.period,
      date: change.date,
      true_spent_micros: String(change.trueSpentDelta),
      offset_micros: String(change.offsetDelta),
    })),
    states: all.flatMap((book) => book.restatedCampaigns().map(stateRow)),
    periods: all.filter(({ hasRolled }) => hasRolled).map(periodRow),
    closes: all.flatMap((book) => closeRows(kernel, book)),
    changes,
    messages: isNews ? [message] : [],
  });
}

function ownersAmong(
  counters: readonly { readonly ownerId: string }[],
  books: readonly BrandBook[],
  kind: 'brand' | 'campaign',
): readonly string[] {
  const brands = new Set<string>(books.map(({ brand }) => brand.id));
  const owners = new Set(counters.map(({ ownerId }) => ownerId));
  return [...owners].filter((id) => brands.has(id) === (kind === 'brand'));
}

function entryRow(entry: SpendEntry): object {
  return {
    id: entry.id,
    brand_id: entry.brandId,
    campaign_id: entry.campaignId,
    kind: entry.kind,
    amount_micros: String(entry.amountMicros),
    event_id: entry.eventId,
    source: entry.source,
    occurred_at: formatInstant(entry.occurredAt),
    recorded_at: formatInstant(entry.recordedAt),
    day: entry.day,
    while_blocked: entry.whileBlocked,
    refund_of: entry.refundOfId,
  };
}

function stateRow({ id, state }: Campaign): object {
  return {
    id,
    status: state.status,
    status_since: formatInstant(state.statusSince),
    blockers: state.blockers,
    next_transition_at: instantOrNull(state.nextTransitionAt),
  };
}

function periodRow({ brand }: BrandBook): object {
  return {
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
function changeRows({ ids }: BookKernel, book: BrandBook) {
  const inOrder = book.transitions.toSorted((a, b) => a.transition.at - b.transition.at);
  return inOrder.map(({ campaignId, transition, actor }) => ({
    id: ids.next(transition.at),
    brand_id: book.brand.id,
    campaign_id: campaignId,
    from_status: transition.before.status,
    to_status: transition.after.status,
    blockers_before: codesOf(transition.before),
    blockers: codesOf(transition.after),
    cause: transition.cause,
    actor_kind: actor?.kind ?? null,
    actor_id: actor?.id ?? null,
    actor_name: actor?.name ?? null,
    at: formatInstant(transition.at),
  }));
}

function instantOrNull(instant: Instant | null): string | null {
  return instant === null ? null : formatInstant(instant);
}
