import type { ObjectQuery } from '@mikro-orm/postgresql';
import type { PeriodClose } from '../../domain/budget/period-close.js';
import { invariant } from '../../domain/errors.js';
import type { AgencyId, BrandId, CloseId } from '../../domain/ids.js';
import { rowsToRead } from '../../domain/paging/cut-page.js';
import type { PageRequest, Position } from '../../domain/paging/page.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import { PeriodCloseEntity } from '../../entities/period-close.js';
import { orUnavailable } from '../availability.js';
import type { Database } from '../database.js';
import { withinRows } from '../instant-value.js';
import { statement } from '../statement.js';

/** A page of a brand's ended periods; `period` null: days and months. */
export interface ClosePageQuery {
  readonly agencyId: AgencyId;
  readonly brandId: BrandId;
  readonly period: BudgetPeriod | null;
  readonly page: PageRequest;
}

type Condition = ObjectQuery<PeriodCloseEntity>;

/** The closes of a page, newest (periodEnd, id) first, one more than it holds if more follow. */
export async function pagePeriodCloses(
  database: Database,
  query: ClosePageQuery,
): Promise<readonly PeriodClose[]> {
  const em = database.orm.em.fork();
  const orderBy = { periodEnd: 'desc', id: 'desc' } as const;
  const options = { orderBy, limit: rowsToRead(query.page) };
  const where = { $and: conditionsOf(query) };
  const closes = await orUnavailable(() => em.find(PeriodCloseEntity, where, options));
  return restate(database, closes);
}

/** The closes with the given ids, in no order; unknown ids are left out. */
export async function loadPeriodClosesById(
  database: Database,
  agencyId: AgencyId,
  ids: readonly CloseId[],
): Promise<readonly PeriodClose[]> {
  const em = database.orm.em.fork();
  const where = { agencyId, id: { $in: [...ids] } };
  return restate(database, await orUnavailable(() => em.find(PeriodCloseEntity, where)));
}

function conditionsOf({ agencyId, brandId, period, page }: ClosePageQuery): Condition[] {
  const conditions: Condition[] = [{ agencyId, brandId }];
  if (period !== null) conditions.push({ period });
  if (page.after !== null) conditions.push(...olderThan(page.after));
  return conditions;
}

function olderThan({ value, id }: Position): Condition[] {
  const at = withinRows(Number(value));
  // The first condition follows from the second, but only it lets an index find the place.
  return [{ periodEnd: { $lte: at } }, { $or: [{ periodEnd: { $lt: at } }, { id: { $lt: id } }] }];
}

const PRESENT_SPEND = statement(`
  select p.id, b.currency, coalesce(n.true_spent_micros, 0) as spent_micros
  from period_close p
  join brand b on b.agency_id = p.agency_id and b.id = p.brand_id
  left join counter n on n.agency_id = p.agency_id and n.owner_id = p.brand_id
    and n.period = p.period and n.date = p.date
  where p.agency_id = $1 and p.id = any($2::uuid[])`);

interface PresentSpend {
  readonly id: CloseId;
  readonly currency: string;
  readonly spent_micros: string;
}

/** Adds what the periods of closes of one agency cost by now. */
async function restate(
  database: Database,
  closes: readonly PeriodCloseEntity[],
): Promise<readonly PeriodClose[]> {
  const [first] = closes;
  if (!first) return [];
  const ids = closes.map(({ id }) => id);
  const rows = await database.rows<PresentSpend>(PRESENT_SPEND, [first.agencyId, ids]);
  const present = new Map(rows.map((row) => [row.id, row]));
  return closes.map((close) => closeOf(close, present.get(close.id)));
}

function closeOf(entity: PeriodCloseEntity, present: PresentSpend | undefined): PeriodClose {
  invariant(present, 'a close has a brand');
  const { id, agencyId, brandId, period, date, spentMicros, budgetMicros, closedAt } = entity;
  const presentMicros = BigInt(present.spent_micros);
  return {
    id,
    agencyId,
    brandId,
    currency: present.currency,
    kind: period,
    period: { date, startsAt: entity.periodStart, endsAt: entity.periodEnd },
    spentMicros,
    budgetMicros,
    closedAt,
    restatedMicros: presentMicros === spentMicros ? null : presentMicros,
  };
}
