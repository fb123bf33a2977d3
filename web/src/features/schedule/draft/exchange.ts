import {
  type DaypartingWindow,
  type DayOfWeek,
  formatLocalTime,
  parseLocalTime,
} from '../../../../../src/domain/schedule/window.js';

/** A window as the API writes it. */
export interface SentWindow {
  readonly days: readonly DayOfWeek[];
  readonly start: string;
  readonly end: string;
}

/** The windows of the API's answer. */
export function windowsFrom(sent: readonly SentWindow[]): DaypartingWindow[] {
  return sent.map(({ days, start, end }) => ({
    days,
    startMinute: parseLocalTime(start) ?? 0,
    endMinute: parseLocalTime(end) ?? 0,
  }));
}

/** The windows as the API takes them. */
export function toSent(
  windows: readonly DaypartingWindow[],
): { days: DayOfWeek[]; start: string; end: string }[] {
  return windows.map(({ days, startMinute, endMinute }) => ({
    days: [...days],
    start: formatLocalTime(startMinute),
    end: formatLocalTime(endMinute),
  }));
}
