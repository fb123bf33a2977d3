import type { PeriodClose } from '../../domain/budget/period-close.js';
import { invariant } from '../../domain/errors.js';
import type { AgencyId, CloseId } from '../../domain/ids.js';
import { PeriodCloseEntity } from '../../entities/period-close.js';
import type { ScopedDatabase } from '../scoped-database.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** The closes with the given ids, in no order; unknown ids are left out. */
export async function loadPeriodClosesById(
  database: ScopedDatabase,
  agencyId: AgencyId,
  ids: readonly CloseId[],
): Promise<readonly PeriodClose[]> {
  const where = { agencyId, id: { $in: [...ids] } };
  return database.readConsistently(async (unit) =>
    restate(unit, await unit.em.find(PeriodCloseEntity, where)),
  );
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
  sql: Sql,
  closes: readonly PeriodCloseEntity[],
): Promise<readonly PeriodClose[]> {
  const [first] = closes;
  if (!first) return [];
  const ids = closes.map(({ id }) => id);
  const rows = await sql.rows<PresentSpend>(PRESENT_SPEND, [first.agencyId, ids]);
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
