import type { CampaignId } from '../../domain/ids.js';
import type { Sql } from '../unit-of-work.js';
import { type Sample, sampleOf } from './sample.js';

/** A campaign that is stored as ACTIVE although a budget of its current periods is exhausted. */
export interface RunningOverCap {
  readonly campaignId: CampaignId;
  readonly campaignName: string;
}

const COUNTER_OF = (name: string, owner: string, period: 'day' | 'month'): string => `
     left join counter ${name} on ${name}.agency_id = c.agency_id and ${name}.owner_id = ${owner}
       and ${name}.period = '${period.toUpperCase()}' and ${name}.date = b.${period}`;

const EXHAUSTED = (name: string, cap: string): string =>
  `greatest(coalesce(${name}.true_spent_micros - ${name}.offset_micros, 0), 0) >= ${cap}`;

/** Campaigns that run over a cap of their own or of their brand: there must be none. */
export function findRunningOverCap(sql: Sql, limit: number): Promise<Sample<RunningOverCap>> {
  return sampleOf<RunningOverCap>(
    sql,
    `select c.id as "campaignId", c.name as "campaignName", count(*) over ()::int as total
     from campaign c
     join brand b on b.agency_id = c.agency_id and b.id = c.brand_id
     ${COUNTER_OF('own_day', 'c.id', 'day')} ${COUNTER_OF('own_month', 'c.id', 'month')}
     ${COUNTER_OF('brand_day', 'b.id', 'day')} ${COUNTER_OF('brand_month', 'b.id', 'month')}
     where c.status = 'ACTIVE' and (
       ${EXHAUSTED('own_day', 'c.daily_budget_micros')}
       or ${EXHAUSTED('own_month', 'c.monthly_budget_micros')}
       or ${EXHAUSTED('brand_day', 'b.daily_budget_micros')}
       or ${EXHAUSTED('brand_month', 'b.monthly_budget_micros')})
     order by c.id
     limit $1`,
    limit,
  );
}
