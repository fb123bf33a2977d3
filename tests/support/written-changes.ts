import { formatInstant } from '../../src/domain/time/instant.js';
import type { Sql } from '../../src/persistence/unit-of-work.js';
import type { World } from './world.js';

/** A change about to be written, as if a campaign had been paused. */
export interface NewChange {
  readonly id: string;
  readonly brandId: string;
  readonly campaignId: string;
}

const WRITE = `
  with change as (
    insert into status_change (agency_id, id, brand_id, campaign_id, from_status, to_status,
      blockers_before, blockers, cause, at)
    select $1::uuid, x.id, x.brand_id, x.campaign_id, 'ACTIVE', 'PAUSED', '{}', '{MANUAL_PAUSE}',
      'USER', $2::timestamptz
    from json_to_recordset($3::json) as x (id uuid, brand_id uuid, campaign_id uuid)
    returning id
  )
  insert into outbox (agency_id, at, campaign_ids, brand_ids, change_ids)
  select $1::uuid, $2::timestamptz, '{}', '{}', array_agg(id) from change
  returning xid::text as xid`;

/**
 * Writes changes to the history and the outbox, as a transaction of the engine does, and gives the
 * transaction's number.
 */
export async function writeChanges(
  sql: Sql,
  world: World,
  changes: readonly NewChange[],
): Promise<bigint> {
  const rows = changes.map(({ id, brandId, campaignId }) => ({
    id,
    brand_id: brandId,
    campaign_id: campaignId,
  }));
  const at = formatInstant(world.kernel.clock.now());
  const values = [world.caller.agencyId, at, JSON.stringify(rows)];
  const [written] = await sql.rows<{ xid: string }>(WRITE, values);
  return BigInt(written?.xid ?? 0);
}

/** Makes that many ACTIVE campaigns of a brand in one go, and gives their ids. */
export async function manyCampaigns(
  world: World,
  brandId: string,
  count: number,
): Promise<readonly string[]> {
  const rows = await world.rows<{ id: string }>(
    `insert into campaign (agency_id, id, brand_id, name, desired_status, created_at, updated_at,
       version, status, status_since, blockers)
     select $1, gen_random_uuid(), $2, 'Campaign ' || n, 'ACTIVE', now(), now(), 1, 'ACTIVE', now(),
       '[]' from generate_series(1, $3::int) n
     returning id`,
    [world.caller.agencyId, brandId, count],
  );
  return rows.map(({ id }) => id);
}

/** A new change of a campaign. */
export function changeOf(world: World, brandId: string, campaignId: string): NewChange {
  const { ids, clock } = world.kernel;
  return { id: ids.next(clock.now()), brandId, campaignId };
}
