import type { EntryId } from '../../domain/ids.js';
import type { Sql } from '../unit-of-work.js';
import { type Sample, sampleOf } from './sample.js';

/** A ledger row that contradicts another row. */
export interface UnsoundEntry {
  readonly entryId: EntryId;
  readonly flaw: 'OVER_REFUNDED' | 'REFUND_OF_REFUND' | 'REFUND_ELSEWHERE' | 'WRONG_BRAND';
}

/**
 * Spends of which more was given back than was spent; refunds of refunds, or that count for another
 * campaign or day than their spend; rows of campaigns that are not there or of another brand.
 */
export function findUnsoundEntries(sql: Sql, limit: number): Promise<Sample<UnsoundEntry>> {
  return sampleOf<UnsoundEntry>(
    sql,
    `with flaw as (
       select s.id, 'OVER_REFUNDED' as flaw
       from spend_entry s
       join spend_entry r on r.agency_id = s.agency_id and r.refund_of = s.id
       where s.kind = 'SPEND'
       group by s.agency_id, s.id, s.amount_micros
       having s.amount_micros + sum(r.amount_micros) < 0
       union all
       select r.id, case when s.kind = 'REFUND' then 'REFUND_OF_REFUND' else 'REFUND_ELSEWHERE' end
       from spend_entry r
       join spend_entry s on s.agency_id = r.agency_id and s.id = r.refund_of
       where s.kind = 'REFUND' or (s.brand_id, s.campaign_id, s.day) <>
         (r.brand_id, r.campaign_id, r.day)
       union all
       select e.id, 'WRONG_BRAND'
       from spend_entry e
       left join campaign c on c.agency_id = e.agency_id and c.id = e.campaign_id
       where c.brand_id is distinct from e.brand_id
     )
     select id as "entryId", flaw, count(*) over ()::int as total
     from flaw order by flaw, id
     limit $1`,
    limit,
  );
}
