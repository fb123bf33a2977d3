import type { LocalDate } from '../../domain/time/instant.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import type { Sql } from '../unit-of-work.js';
import { type Sample, sampleOf } from './sample.js';

/** A counter that is not what the ledger says, or that the other one lacks. */
export interface CounterDifference {
  readonly ownerKind: 'brand' | 'campaign' | null;
  readonly ownerId: string;
  readonly ownerName: string | null;
  readonly currency: string | null;
  readonly period: BudgetPeriod;
  readonly date: LocalDate;
  /** The sum of the ledger's rows, in micros. */
  readonly ledgerMicros: string;
  /** What the counter says, in micros. */
  readonly counterMicros: string;
}

/**
 * Compares all counters of all agencies with the sums of the ledger, from both sides; a counter that
 * is not there counts as zero. One pass over each, whatever their size.
 */
export function compareCounters(sql: Sql, limit: number): Promise<Sample<CounterDifference>> {
  return sampleOf<CounterDifference>(
    sql,
    `with ledger as (
       select agency_id, coalesce(campaign_id, brand_id) as owner_id,
         case when grouping(day) = 0 then 'DAY' else 'MONTH' end as period,
         coalesce(day, month) as date, sum(amount_micros) as micros
       from (select e.*, date_trunc('month', e.day)::date as month from spend_entry e) entry
       group by grouping sets (
         (agency_id, campaign_id, day), (agency_id, campaign_id, month),
         (agency_id, brand_id, day), (agency_id, brand_id, month))
     ), difference as (
       select agency_id, owner_id, period, date, coalesce(l.micros, 0) as ledger_micros,
         coalesce(c.true_spent_micros, 0) as counter_micros
       from ledger l
       full join counter c using (agency_id, owner_id, period, date)
       where coalesce(l.micros, 0) <> coalesce(c.true_spent_micros, 0)
     )
     select case when c.id is not null then 'campaign' when o.id is not null then 'brand' end
         as "ownerKind",
       d.owner_id as "ownerId", coalesce(c.name, o.name) as "ownerName", b.currency,
       d.period, d.date, d.ledger_micros::text as "ledgerMicros",
       d.counter_micros::text as "counterMicros", count(*) over ()::int as total
     from difference d
     left join campaign c on c.agency_id = d.agency_id and c.id = d.owner_id
     left join brand o on o.agency_id = d.agency_id and o.id = d.owner_id
     left join brand b on b.agency_id = d.agency_id and b.id = coalesce(c.brand_id, o.id)
     order by d.date, d.period, d.owner_id
     limit $1`,
    limit,
  );
}
