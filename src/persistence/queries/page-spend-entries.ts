import type { ObjectQuery } from '@mikro-orm/postgresql';
import type { AgencyId, EntryId } from '../../domain/ids.js';
import { rowsToRead } from '../../domain/paging/cut-page.js';
import type { PageRequest } from '../../domain/paging/page.js';
import { firstEntryIdSince } from '../../domain/spend/first-entry-id.js';
import type { Instant } from '../../domain/time/instant.js';
import { SpendEntryEntity } from '../../entities/spend-entry.js';
import type { ScopedDatabase } from '../scoped-database.js';

/** A page of an agency's ledger; null: any. `from` is inclusive, `to` exclusive, of occurredAt. */
export interface EntryPageQuery {
  readonly agencyId: AgencyId;
  readonly page: PageRequest;
  readonly filter: {
    readonly brandId: string | null;
    readonly campaignId: string | null;
    readonly from: Instant | null;
    readonly to: Instant | null;
  };
}

type Condition = ObjectQuery<SpendEntryEntity>;

/**
 * The ids of a page's ledger rows, newest (recordedAt, id) first, one more than it holds if more
 * follow. An entry's id begins with its recordedAt: the order of the ids is that order.
 */
export async function pageSpendEntries(
  database: ScopedDatabase,
  query: EntryPageQuery,
): Promise<readonly EntryId[]> {
  const fields = ['id'] as const;
  const options = { fields, orderBy: { id: 'desc' }, limit: rowsToRead(query.page) } as const;
  const where = { $and: conditionsOf(query) };
  const entries = await database.readConsistently(({ em }) =>
    em.find(SpendEntryEntity, where, options),
  );
  return entries.map(({ id }) => id);
}

function conditionsOf({ agencyId, page, filter }: EntryPageQuery): Condition[] {
  const { brandId, campaignId, from, to } = filter;
  const conditions: Condition[] = [{ agencyId }];
  if (brandId !== null) conditions.push({ brandId });
  if (campaignId !== null) conditions.push({ campaignId });
  if (from !== null) {
    conditions.push({ occurredAt: { $gte: from }, id: { $gte: firstEntryIdSince(from) } });
  }
  if (to !== null) conditions.push({ occurredAt: { $lt: to } });
  if (page.after !== null) conditions.push({ id: { $lt: page.after.id } });
  return conditions;
}
