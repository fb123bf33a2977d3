import type { DesiredStatus } from '../../domain/campaign/campaign.js';
import type { AgencyId, CampaignId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import type { UnitOfWork } from '../unit-of-work.js';

/** Writes what a person asks of these campaigns as the next version of each. */
export async function setDesiredStatus(
  unit: UnitOfWork,
  {
    agencyId,
    ids,
    desiredStatus,
    at,
  }: {
    readonly agencyId: AgencyId;
    readonly ids: readonly CampaignId[];
    readonly desiredStatus: DesiredStatus;
    readonly at: Instant;
  },
): Promise<void> {
  await unit.rows(
    `update campaign set desired_status = $3, version = version + 1, updated_at = $4::timestamptz
     where agency_id = $1 and id = any($2::uuid[])`,
    [agencyId, ids, desiredStatus, formatInstant(at)],
  );
}
