import type { AgencyId, CampaignId } from '../../domain/ids.js';
import type { DaypartingWindow } from '../../domain/schedule/window.js';
import type { UnitOfWork } from '../unit-of-work.js';

/** A campaign's new schedule. */
export interface Schedule {
  readonly agencyId: AgencyId;
  readonly campaignId: CampaignId;
  readonly windows: readonly DaypartingWindow[];
}

/** Puts these windows, in their order, in the place of all that the campaign has. */
export async function replaceWindows(unit: UnitOfWork, schedule: Schedule): Promise<void> {
  const { agencyId, campaignId } = schedule;
  await unit.rows('delete from schedule_window where agency_id = $1 and campaign_id = $2', [
    agencyId,
    campaignId,
  ]);
  await insertWindows(unit, schedule);
}

/** Gives a campaign that has no windows these, in their order: one statement or none. */
export async function insertWindows(unit: UnitOfWork, schedule: Schedule): Promise<void> {
  const { agencyId, campaignId, windows } = schedule;
  if (windows.length === 0) return;
  const rows = windows.map(({ days, startMinute, endMinute }, position) => ({
    position,
    days,
    start_minute: startMinute,
    end_minute: endMinute,
  }));
  await unit.rows(
    `insert into schedule_window (agency_id, campaign_id, position, days, start_minute, end_minute)
     select $1::uuid, $2::uuid, * from json_to_recordset($3::json)
       as x (position smallint, days text[], start_minute smallint, end_minute smallint)`,
    [agencyId, campaignId, JSON.stringify(rows)],
  );
}
