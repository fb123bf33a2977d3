import type { BlockerCode } from '../../client/generated/graphql.js';

/** What a person can do about a blocker that does not clear by itself. */
export function howToClear(code: BlockerCode): string {
  switch (code) {
    case 'ARCHIVED':
      return 'when a person restores the campaign, or its brand';
    case 'MANUAL_PAUSE':
      return 'when a person activates it';
    case 'BRAND_PAUSED':
      return 'when a person activates the brand';
    case 'ENDED':
      return 'when a person moves the end of its flight';
    case 'OUTSIDE_SCHEDULE':
      return 'when a person opens a window that comes to be';
    case 'NOT_STARTED':
    case 'BRAND_MONTHLY_BUDGET':
    case 'MONTHLY_BUDGET':
    case 'BRAND_DAILY_BUDGET':
    case 'DAILY_BUDGET':
      return 'when a person changes it';
  }
}
