import { nextOpening } from '../schedule/schedule.js';
import type { Instant } from '../time/instant.js';
import type { BlockerCode } from './blocker.js';
import type { Facts } from './evaluate.js';

/**
 * When a blocker that holds at an instant clears by itself, as if it were alone; null if only a
 * person can clear it. The brand's periods must hold the instant.
 */
export function clearsAt(code: BlockerCode, facts: Facts, at: Instant): Instant | null {
  const { campaign, brand } = facts;
  switch (code) {
    case 'NOT_STARTED':
      return campaign.startsAt;
    case 'BRAND_MONTHLY_BUDGET':
    case 'MONTHLY_BUDGET':
      return brand.month.endsAt;
    case 'BRAND_DAILY_BUDGET':
    case 'DAILY_BUDGET':
      return brand.day.endsAt;
    case 'OUTSIDE_SCHEDULE':
      return nextOpening(campaign.windows, brand.timeZone, at);
    case 'ARCHIVED':
    case 'MANUAL_PAUSE':
    case 'BRAND_PAUSED':
    case 'ENDED':
      return null;
  }
}
