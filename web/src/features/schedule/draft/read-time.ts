import {
  formatLocalTime,
  MINUTES_PER_DAY,
  parseLocalTime,
} from '../../../../../src/domain/schedule/window.js';

const LENIENT_PATTERN = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/;

/** The minute of the day in what somebody typed: `9`, `900`, `9.00` and `09:00` alike; else null. */
export function readTime(text: string): number | null {
  const match = LENIENT_PATTERN.exec(text.trim());
  if (match === null) return null;
  const [, hours = '', minutes = '00'] = match;
  return parseLocalTime(`${hours.padStart(2, '0')}:${minutes}`);
}

/** The next multiple of a step on the clock, forwards or backwards; it stops at the day's ends. */
export function stepTime(minute: number, step: { size: number; isBack: boolean }): string {
  const { size, isBack } = step;
  const next = isBack ? Math.ceil(minute / size) - 1 : Math.floor(minute / size) + 1;
  return formatLocalTime(Math.min(MINUTES_PER_DAY, Math.max(0, next * size)));
}
