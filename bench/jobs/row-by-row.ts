import { EMPTY_TALLY, type OwnerTotals } from '../../src/domain/budget/tally.js';
import { evaluate, type Facts } from '../../src/domain/campaign/evaluate.js';
import { carryForward } from '../../src/domain/campaign/transition.js';
import type { Instant } from '../../src/domain/time/instant.js';
import { BrandEntity } from '../../src/entities/brand.js';
import { CampaignEntity } from '../../src/entities/campaign.js';
import { CounterEntity } from '../../src/entities/counter.js';
import { ScheduleWindowEntity } from '../../src/entities/schedule-window.js';
import { Database } from '../../src/persistence/database.js';
import { createLogger } from '../../src/platform/logger.js';

type EntityManager = Database['orm']['em'];

/**
 * What a periodic task of Django and Celery does, by the same ORM: for each due campaign it loads the
 * campaign, what it depends on and what was spent, decides in code, and saves. It locks nothing, keeps
 * no history and tells nobody, so it does less.
 */
export async function checkRowByRow(
  superuserUrl: string,
  { campaignIds, now }: { readonly campaignIds: readonly string[]; readonly now: Instant },
): Promise<void> {
  const log = createLogger({ level: 'error' });
  const database = await Database.open({ url: superuserUrl, maxConnections: 1, log });
  try {
    for (const id of campaignIds) await checkOne(database.orm.em.fork(), id, now);
  } finally {
    await database.close();
  }
}

async function checkOne(em: EntityManager, id: string, now: Instant): Promise<void> {
  const campaign = await em.findOneOrFail(CampaignEntity, { id });
  const brand = brandOf(await em.findOneOrFail(BrandEntity, { id: campaign.brandId }));
  const windows = await em.find(ScheduleWindowEntity, { campaignId: id });
  const totals = await totalsOf(em, id, brand);
  const brandTotals = await totalsOf(em, campaign.brandId, brand);
  const { desiredStatus, dailyBudgetMicros, monthlyBudgetMicros, startsAt, endsAt } = campaign;
  const budgets = { dailyBudgetMicros, monthlyBudgetMicros };
  const intent = { desiredStatus, ...budgets, startsAt, endsAt, windows };
  const facts = { campaign: intent, brand, totals, brandTotals };
  Object.assign(campaign, carryForward(campaign, evaluate(facts, now), now));
  await em.flush();
}

async function totalsOf(
  em: EntityManager,
  ownerId: string,
  { day, month }: Facts['brand'],
): Promise<OwnerTotals> {
  const counters = await em.find(CounterEntity, {
    ownerId,
    $or: [
      { period: 'DAY', date: day.date },
      { period: 'MONTH', date: month.date },
    ],
  });
  const find = (kind: string) => counters.find(({ period }) => period === kind) ?? EMPTY_TALLY;
  return { day: find('DAY'), month: find('MONTH') };
}

function brandOf(brand: BrandEntity): Facts['brand'] {
  const { status, timeZone, dailyBudgetMicros, monthlyBudgetMicros } = brand;
  return {
    ...{ status, timeZone, dailyBudgetMicros, monthlyBudgetMicros },
    day: { date: brand.day, startsAt: brand.dayStartsAt, endsAt: brand.dayEndsAt },
    month: { date: brand.month, startsAt: brand.monthStartsAt, endsAt: brand.monthEndsAt },
  };
}
