import { MINUTES_PER_DAY } from '../../../../../src/domain/schedule/window.js';
import { ALWAYS, inverted, NEVER, type OpenHours, unionOf } from './open-hours.js';

/** A way to begin, or to change everything at once. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  /** What it opens, for those who do not know the word. */
  readonly hint: string;
  readonly apply: (hours: OpenHours) => OpenHours;
}

const WEEKDAYS = [0, 1, 2, 3, 4];
const WEEKEND = [5, 6];

/** In the order in which they are offered. */
export const PRESETS: readonly Preset[] = [
  { id: 'always', label: 'Always', hint: 'All 168 hours', apply: () => ALWAYS },
  {
    id: 'business',
    label: 'Business hours',
    hint: 'Monday to Friday, 09:00 to 17:00',
    apply: () => daily(WEEKDAYS, 9, 17),
  },
  {
    id: 'evenings',
    label: 'Evenings',
    hint: 'Every day, 18:00 to 23:00',
    apply: () => daily([...WEEKDAYS, ...WEEKEND], 18, 23),
  },
  {
    id: 'weekend',
    label: 'Weekend',
    hint: 'All of Saturday and Sunday',
    apply: () => daily(WEEKEND, 0, 24),
  },
  {
    id: 'invert',
    label: 'Invert',
    hint: 'Open what is closed, close what is open',
    apply: inverted,
  },
  { id: 'clear', label: 'Clear', hint: 'Close everything, to begin anew', apply: () => NEVER },
];

function daily(days: readonly number[], from: number, until: number): OpenHours {
  return unionOf(
    days.map((day) => ({
      start: day * MINUTES_PER_DAY + from * 60,
      end: day * MINUTES_PER_DAY + until * 60,
    })),
  );
}
