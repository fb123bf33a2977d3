import { invariant } from '../../domain/errors.js';
import {
  DAYS_OF_WEEK,
  type DaypartingWindow,
  parseLocalTime,
} from '../../domain/schedule/window.js';

/** A campaign of the demo. Days count from the moment of seeding, negative ones lie in the past. */
export interface DemoCampaign {
  readonly key: string;
  readonly name: string;
  readonly dailyBudget?: string;
  readonly monthlyBudget?: string;
  /** What it would like to spend on an ordinary day, in units of the currency. */
  readonly appetite: number;
  readonly windows?: readonly DaypartingWindow[];
  readonly startsOnDay?: number;
  readonly endsOnDay?: number;
  readonly pausedOnDay?: number;
  readonly archivedOnDay?: number;
}

/** A brand of the demo. */
export interface DemoBrand {
  readonly key: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly dailyBudget?: string;
  readonly monthlyBudget?: string;
  readonly pausedOnDay?: number;
  readonly archivedOnDay?: number;
  readonly campaigns: readonly DemoCampaign[];
}

/** Days for windows. */
export const EVERY_DAY = DAYS_OF_WEEK;
export const WORKDAYS = DAYS_OF_WEEK.slice(0, 5);
export const WEEKEND = DAYS_OF_WEEK.slice(5);

/** A window of the demo; times as people write them. */
export function during(
  days: DaypartingWindow['days'],
  start: string,
  end: string,
): DaypartingWindow {
  const [startMinute, endMinute] = [parseLocalTime(start), parseLocalTime(end)];
  invariant(startMinute !== null && endMinute !== null, `${start} and ${end} are times of the day`);
  return { days, startMinute, endMinute };
}
