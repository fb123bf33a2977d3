import type { ActorKind } from '../../domain/access/caller.js';
import type { BlockerCode } from '../../domain/campaign/blocker.js';
import type { CampaignStatus } from '../../domain/campaign/campaign.js';
import type { Cause } from '../../domain/campaign/cause.js';
import type { StatusChange } from '../../domain/history/status-change.js';
import type { Instant } from '../../domain/time/instant.js';

/** The columns of a status change and of the transaction that wrote it; `s` is the change. */
export const STATUS_CHANGE_COLUMNS = `
  s.id, s.agency_id, s.brand_id, s.campaign_id, s.from_status, s.to_status, s.blockers_before,
  s.blockers, s.cause, s.actor_kind, s.actor_id, s.actor_name, s.at, s.xid::text as xid`;

export interface StatusChangeRow {
  readonly id: string;
  readonly agency_id: string;
  readonly brand_id: string;
  readonly campaign_id: string;
  readonly from_status: CampaignStatus;
  readonly to_status: CampaignStatus;
  readonly blockers_before: readonly BlockerCode[];
  readonly blockers: readonly BlockerCode[];
  readonly cause: Cause;
  readonly actor_kind: ActorKind | null;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly at: Instant;
  readonly xid: string;
}

export function statusChangeOf(row: StatusChangeRow): StatusChange {
  const { actor_kind: kind, actor_id: id, actor_name: name } = row;
  return {
    id: row.id,
    agencyId: row.agency_id,
    brandId: row.brand_id,
    campaignId: row.campaign_id,
    from: row.from_status,
    to: row.to_status,
    blockersBefore: row.blockers_before,
    blockers: row.blockers,
    cause: row.cause,
    actor: kind === null || name === null ? null : { kind, id, name },
    at: row.at,
  };
}
