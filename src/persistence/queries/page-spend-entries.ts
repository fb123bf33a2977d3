import type { ObjectQuery, QueryOrderMap } from '@mikro-orm/postgresql';
import type { AgencyId, EntryId } from '../../domain/ids.js';
import { rowsToRead } from '../../domain/paging/cut-page.js';
import type { Direction, PageRequest } from '../../domain/paging/page.js';
import { firstEntryIdSince } from '../../domain/spend/first-entry-id.js';
import type { SpendKind } from '../../domain/spend/spend-entry.js';
import type { Instant } from '../../domain/time/instant.js';
import { SpendEntryEntity } from '../../entities/spend-entry.js';
import { withinRows } from '../instant-value.js';
import type { ScopedDatabase } from '../scoped-database.js';
import { isStorableText } from '../storable-text.js';
import type { UnitOfWork } from '../unit-of-work.js';
import { findEntriesByEvent } from './find-entries-by-event.js';

/** Which ledger rows; null: any. `from` is inclusive, `to` exclusive, both of occurredAt. */
export interface EntryCriteria {
  readonly brandId: string | null;
  readonly campaignId: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly kind: readonly SpendKind[] | null;
  readonly source: readonly string[] | null;
  readonly eventId: readonly string[] | null;
  readonly whileBlocked: boolean | null;
}

/** What ledger rows are ordered by. */
export interface EntrySorting {
  readonly field: 'RECORDED_AT' | 'OCCURRED_AT';
  readonly direction: Direction;
}

/** A page of an agency's ledger. */
export interface EntryPageQuery {
  readonly agencyId: AgencyId;
  readonly page: PageRequest;
  readonly filter: EntryCriteria;
  readonly order: EntrySorting;
}

type Condition = ObjectQuery<SpendEntryEntity>;

/**
 * The ids of a page's ledger rows, in order, one more than it holds if more follow. An entry's id begins
 * with its recordedAt: the order of the ids is that order.
 */
export async function pageSpendEntries(
  database: ScopedDatabase,
  query: EntryPageQuery,
): Promise<readonly EntryId[]> {
  const { field, direction } = query.order;
  const byId: QueryOrderMap<SpendEntryEntity> = { id: direction };
  const orderBy = field === 'RECORDED_AT' ? byId : { occurredAt: direction, ...byId };
  const options = { fields: ['id'] as const, orderBy, limit: rowsToRead(query.page) };
  return database.readConsistently(async (unit) => {
    const conditions = [...criteriaOf(query), ...placeOf(query), ...(await eventsOf(unit, query))];
    const entries = await unit.em.find(SpendEntryEntity, { $and: conditions }, options);
    return entries.map(({ id }) => id);
  });
}

function criteriaOf({ agencyId, filter }: EntryPageQuery): Condition[] {
  const { brandId, campaignId, from, to, kind, source, whileBlocked } = filter;
  const conditions: Condition[] = [{ agencyId }];
  if (brandId !== null) conditions.push({ brandId });
  if (campaignId !== null) conditions.push({ campaignId });
  if (from !== null) {
    conditions.push({ occurredAt: { $gte: from }, id: { $gte: firstEntryIdSince(from) } });
  }
  if (to !== null) conditions.push({ occurredAt: { $lt: to } });
  if (kind !== null) conditions.push({ kind: { $in: [...kind] } });
  if (source !== null) conditions.push({ source: { $in: source.filter(isStorableText) } });
  if (whileBlocked !== null) conditions.push({ whileBlocked });
  return conditions;
}

async function eventsOf(
  unit: UnitOfWork,
  { agencyId, filter: { eventId } }: EntryPageQuery,
): Promise<Condition[]> {
  if (eventId === null) return [];
  return [{ id: { $in: [...(await findEntriesByEvent(unit, agencyId, eventId))] } }];
}

function placeOf({ page: { after }, order: { field, direction } }: EntryPageQuery): Condition[] {
  if (after === null) return [];
  const beyond = direction === 'ASC' ? '$gt' : '$lt';
  const isBeyond: Condition = { id: { [beyond]: after.id } };
  if (field === 'RECORDED_AT') return [isBeyond];
  const at = withinRows(Number(after.value));
  const upTo = direction === 'ASC' ? '$gte' : '$lte';
  // The first condition follows from the second, but only it lets an index find the place.
  return [{ occurredAt: { [upTo]: at } }, { $or: [{ occurredAt: { [beyond]: at } }, isBeyond] }];
}
