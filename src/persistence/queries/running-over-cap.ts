import type { CampaignId } from '../../domain/ids.js';
import type { Sql } from '../unit-of-work.js';
import { type Sample, sampleOf } from './sample.js';

/** A campaign that is stored as ACTIVE although a budget of its current periods is exhausted. */
export interface RunningOverCap {
  readonly campaignId: CampaignId;
  readonly campaignName: string;
}

/** Each by the counter's key: a join would let the planner choose, which has no statistics at first. */
const exhausted = (owner: 'b' | 'c', period: 'day' | 'month', cap: string): string => `(
  select greatest(n.true_spent_micros - n.offset_micros, 0) from counter n
  where n.agency_id = c.agency_id and n.owner_id = ${owner}.id
    and n.period = '${period.toUpperCase()}' and n.date = b.${period}) >= ${owner}.${cap}`;

/** Campaigns that run over a cap of their own or of their brand: there must be none. */
export function findRunningOverCap(sql: Sql, limit: number): Promise<Sample<RunningOverCap>> {
  return sampleOf<RunningOverCap>(
    sql,
    `select c.id as "campaignId", c.name as "campaignName", count(*) over ()::int as total
     from campaign c
     join brand b on b.agency_id = c.agency_id and b.id = c.brand_id
     where c.status = 'ACTIVE' and (
       ${exhausted('c', 'day', 'daily_budget_micros')}
       or ${exhausted('c', 'month', 'monthly_budget_micros')}
       or ${exhausted('b', 'day', 'daily_budget_micros')}
       or ${exhausted('b', 'month', 'monthly_budget_micros')})
     order by c.id
     limit $1`,
    limit,
  );
}
