import type { CampaignStatus } from '../../domain/campaign/campaign.js';
import type { AgencyId, CampaignId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** A campaign at an instant of its past. */
export interface Moment {
  readonly agencyId: AgencyId;
  readonly campaignId: CampaignId;
  readonly at: Instant;
}

const STATUSES_AT = statement(`
  select (
    select s.to_status from status_change s
    where s.agency_id = k.agency_id and s.campaign_id = k.campaign_id and s.at <= k.at
    order by s.at desc, s.id desc limit 1
  ) as last_before, (
    select s.from_status from status_change s
    where s.agency_id = k.agency_id and s.campaign_id = k.campaign_id and s.at > k.at
    order by s.at, s.id limit 1
  ) as first_after
  from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) with ordinality
    as k (agency_id, campaign_id, at, place)
  order by k.place`);

/**
 * The status that the written history gives at each moment, in the order of the moments; null where
 * the history has nothing to say, because the status has never changed.
 */
export async function loadStatusesAt(
  sql: Sql,
  moments: readonly Moment[],
): Promise<readonly { lastBefore: CampaignStatus | null; firstAfter: CampaignStatus | null }[]> {
  const rows = await sql.rows<{
    last_before: CampaignStatus | null;
    first_after: CampaignStatus | null;
  }>(STATUSES_AT, [
    moments.map(({ agencyId }) => agencyId),
    moments.map(({ campaignId }) => campaignId),
    moments.map(({ at }) => formatInstant(at)),
  ]);
  return rows.map((row) => ({ lastBefore: row.last_before, firstAfter: row.first_after }));
}
