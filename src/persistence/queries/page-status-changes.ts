import type { ObjectQuery } from '@mikro-orm/postgresql';
import type { CampaignStatus } from '../../domain/campaign/campaign.js';
import type { Cause } from '../../domain/campaign/cause.js';
import { invariant } from '../../domain/errors.js';
import type { StatusChange } from '../../domain/history/status-change.js';
import type { AgencyId, ChangeId } from '../../domain/ids.js';
import { rowsToRead } from '../../domain/paging/cut-page.js';
import type { PageRequest, Position } from '../../domain/paging/page.js';
import type { Instant } from '../../domain/time/instant.js';
import { StatusChangeEntity } from '../../entities/status-change.js';
import type { ScopedDatabase } from '../scoped-database.js';
import { withinRows } from '../instant-value.js';

/** Which changes; null: any. All that is given must hold; `from` is inclusive, `to` exclusive. */
export interface ChangeCriteria {
  readonly brandId: string | null;
  readonly campaignId: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly cause: readonly Cause[] | null;
  readonly toStatus: readonly CampaignStatus[] | null;
}

/** A page of an agency's history. */
export interface ChangePageQuery {
  readonly agencyId: AgencyId;
  readonly page: PageRequest;
  readonly filter: ChangeCriteria;
}

type Condition = ObjectQuery<StatusChangeEntity>;

/** The changes of a page, newest (at, id) first, one more than it holds if more follow. */
export async function pageStatusChanges(
  database: ScopedDatabase,
  query: ChangePageQuery,
): Promise<readonly StatusChange[]> {
  const options = { orderBy: { at: 'desc', id: 'desc' }, limit: rowsToRead(query.page) } as const;
  const where = { $and: conditionsOf(query) };
  const changes = await database.readConsistently(({ em }) =>
    em.find(StatusChangeEntity, where, options),
  );
  return changes.map(changeOf);
}

/** The changes with the given ids, in no order; unknown ids are left out. */
export async function loadStatusChangesById(
  database: ScopedDatabase,
  agencyId: AgencyId,
  ids: readonly ChangeId[],
): Promise<readonly StatusChange[]> {
  const where = { agencyId, id: { $in: [...ids] } };
  const changes = await database.readConsistently(({ em }) => em.find(StatusChangeEntity, where));
  return changes.map(changeOf);
}

function conditionsOf({ agencyId, page, filter }: ChangePageQuery): Condition[] {
  const { brandId, campaignId, from, to, cause, toStatus } = filter;
  const conditions: Condition[] = [{ agencyId }];
  if (brandId !== null) conditions.push({ brandId });
  if (campaignId !== null) conditions.push({ campaignId });
  if (from !== null) conditions.push({ at: { $gte: from } });
  if (to !== null) conditions.push({ at: { $lt: to } });
  if (cause !== null) conditions.push({ cause: { $in: [...cause] } });
  if (toStatus !== null) conditions.push({ toStatus: { $in: [...toStatus] } });
  if (page.after !== null) conditions.push(...olderThan(page.after));
  return conditions;
}

function olderThan({ value, id }: Position): Condition[] {
  const at = withinRows(Number(value));
  // The first condition follows from the second, but only it lets an index find the place.
  return [{ at: { $lte: at } }, { $or: [{ at: { $lt: at } }, { id: { $lt: id } }] }];
}

function changeOf(entity: StatusChangeEntity): StatusChange {
  const { id, agencyId, brandId, campaignId, fromStatus, toStatus, cause, at } = entity;
  const { blockersBefore, blockers, actorKind, actorId, actorName } = entity;
  invariant((actorKind === null) === (actorName === null), 'an actor has a kind and a name');
  const isActor = actorKind !== null && actorName !== null;
  const actor = isActor ? { kind: actorKind, id: actorId, name: actorName } : null;
  return {
    id,
    agencyId,
    brandId,
    campaignId,
    from: fromStatus,
    to: toStatus,
    blockersBefore,
    blockers,
    cause,
    actor,
    at,
  };
}
