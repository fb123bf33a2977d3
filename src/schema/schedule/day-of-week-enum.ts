import type { DayOfWeek } from '../../domain/schedule/window.js';
import { describedEnum } from '../described-enum.js';

export const DayOfWeekEnum = describedEnum<DayOfWeek>({
  name: 'DayOfWeek',
  description: 'A day of the week.',
  values: {
    MONDAY: 'Monday.',
    TUESDAY: 'Tuesday.',
    WEDNESDAY: 'Wednesday.',
    THURSDAY: 'Thursday.',
    FRIDAY: 'Friday.',
    SATURDAY: 'Saturday.',
    SUNDAY: 'Sunday.',
  },
});
