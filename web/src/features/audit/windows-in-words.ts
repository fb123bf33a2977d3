import { DAYS_OF_WEEK } from '../../../../src/domain/schedule/window.js';

const MAX_TOLD = 3;
const SHORT_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The windows of a schedule as the audit log has them, shortly: `Mon, Tue 08:00–18:00`. */
export function windowsInWords(windows: readonly unknown[]): string {
  if (windows.length === 0) return 'around the clock';
  const told = windows.slice(0, MAX_TOLD).map(windowInWords);
  const rest = windows.length - told.length;
  return rest > 0 ? `${told.join('; ')}; and ${rest} more` : told.join('; ');
}

function windowInWords(window: unknown): string {
  const { days, startMinute, endMinute } = window as Readonly<Record<string, unknown>>;
  if (!Array.isArray(days) || typeof startMinute !== 'number' || typeof endMinute !== 'number') {
    return JSON.stringify(window);
  }
  return `${daysInWords(days)} ${clock(startMinute)}–${clock(endMinute)}`;
}

/** Days that follow each other are told as one span. */
function daysInWords(days: readonly unknown[]): string {
  const places = DAYS_OF_WEEK.flatMap((day, place) => (days.includes(day) ? [place] : []));
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  const name = (place: number): string => SHORT_DAYS[place] ?? '';
  const isSpan = places.length > 2 && last - first === places.length - 1;
  return isSpan ? `${name(first)}–${name(last)}` : places.map(name).join(', ');
}

function clock(minute: number): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return `${hours}:${String(minute % 60).padStart(2, '0')}`;
}
