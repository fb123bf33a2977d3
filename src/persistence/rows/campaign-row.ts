import type {
  Campaign,
  CampaignStatus,
  DesiredStatus,
  HeldBlocker,
} from '../../domain/campaign/campaign.js';
import type { DaypartingWindow } from '../../domain/schedule/window.js';
import type { Instant } from '../../domain/time/instant.js';
import { microsOrNull } from './brand-row.js';

/** The campaign's columns with its schedule as one JSON text; `c` is the campaign. */
export const CAMPAIGN_COLUMNS = `
  c.id, c.agency_id, c.brand_id, c.name, c.external_id, c.desired_status,
  c.daily_budget_micros, c.monthly_budget_micros, c.starts_at, c.ends_at,
  c.created_at, c.updated_at, c.version,
  c.status, c.status_since, c.blockers, c.next_transition_at,
  (select json_agg(json_build_object('days', w.days, 'startMinute', w.start_minute,
      'endMinute', w.end_minute) order by w.position)::text
    from schedule_window w
    where w.agency_id = c.agency_id and w.campaign_id = c.id) as windows`;

export interface CampaignRow {
  readonly id: string;
  readonly agency_id: string;
  readonly brand_id: string;
  readonly name: string;
  readonly external_id: string | null;
  readonly desired_status: DesiredStatus;
  readonly daily_budget_micros: string | null;
  readonly monthly_budget_micros: string | null;
  readonly starts_at: Instant | null;
  readonly ends_at: Instant | null;
  readonly created_at: Instant;
  readonly updated_at: Instant;
  readonly version: number;
  readonly status: CampaignStatus;
  readonly status_since: Instant;
  readonly blockers: readonly HeldBlocker[];
  readonly next_transition_at: Instant | null;
  readonly windows: string | null;
}

export function campaignOf(row: CampaignRow): Campaign {
  return {
    id: row.id,
    agencyId: row.agency_id,
    brandId: row.brand_id,
    name: row.name,
    externalId: row.external_id,
    desiredStatus: row.desired_status,
    dailyBudgetMicros: microsOrNull(row.daily_budget_micros),
    monthlyBudgetMicros: microsOrNull(row.monthly_budget_micros),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    windows: windowsOf(row.windows),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    state: {
      status: row.status,
      statusSince: row.status_since,
      blockers: row.blockers,
      nextTransitionAt: row.next_transition_at,
    },
  };
}

/** Schedules repeat across campaigns and reads; what is compiled from one is kept with its array. */
const MAX_KNOWN_SCHEDULES = 5_000;
const knownSchedules = new Map<string, readonly DaypartingWindow[]>();
const ALWAYS: readonly DaypartingWindow[] = [];

function windowsOf(text: string | null): readonly DaypartingWindow[] {
  if (text === null) return ALWAYS;
  const known = knownSchedules.get(text);
  if (known) return known;
  if (knownSchedules.size >= MAX_KNOWN_SCHEDULES) knownSchedules.clear();
  const windows = JSON.parse(text) as readonly DaypartingWindow[];
  knownSchedules.set(text, windows);
  return windows;
}
