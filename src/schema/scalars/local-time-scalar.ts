import { formatLocalTime, parseLocalTime } from '../../domain/schedule/window.js';
import { isWholeNumber, textScalar } from './text-scalar.js';

/** Inside the minute of the day, 0 to 1440. */
export const LocalTimeScalar = textScalar<number>({
  name: 'LocalTime',
  description: 'A wall-clock time to the minute, 00:00 to 24:00.',
  parse: parseLocalTime,
  format: formatLocalTime,
  isValue: isWholeNumber,
});
