import { sameWindows } from '../../../../../src/domain/schedule/same-windows.js';
import {
  type DaypartingWindow,
  type DayOfWeek,
  formatLocalTime,
} from '../../../../../src/domain/schedule/window.js';
import { minimalWindows } from '../hours/minimal-windows.js';
import type { OpenHours } from '../hours/open-hours.js';
import { readTime } from './read-time.js';

/** A window as it is being written; its times are what was typed. */
export interface Row {
  readonly id: number;
  readonly days: readonly DayOfWeek[];
  readonly start: string;
  readonly end: string;
}

/** A schedule as it is being written. */
export interface Draft {
  readonly rows: readonly Row[];
  /** What it means while there are no rows: a schedule without windows, or one that is not finished. */
  readonly whenEmpty: 'always' | 'never';
  /** No row has had this id. */
  readonly nextId: number;
}

/** A schedule as it was read, ready to be changed. */
export function draftOf(windows: readonly DaypartingWindow[]): Draft {
  return withWindows({ rows: [], whenEmpty: 'always', nextId: 1 }, windows);
}

/** The draft with other hours, in the fewest windows. Rows that are not finished stay. */
export function withHours(draft: Draft, hours: OpenHours): Draft {
  const windows = minimalWindows(hours);
  const unfinished = draft.rows.filter((row) => readRow(row) === null);
  const next = withWindows(draft, windows ?? []);
  const whenEmpty = windows === null ? 'never' : 'always';
  return { ...next, whenEmpty, rows: [...next.rows, ...unfinished] };
}

/** The draft with a change of one row. */
export function withRow(draft: Draft, id: number, change: Partial<Omit<Row, 'id'>>): Draft {
  const rows = draft.rows.map((row) => (row.id === id ? { ...row, ...change } : row));
  return { ...draft, rows };
}

/** The draft with one more row, which has no days yet. */
export function withNewRow(draft: Draft): Draft {
  const row: Row = { id: draft.nextId, days: [], start: '09:00', end: '17:00' };
  // Whoever writes a first window no longer means always.
  return { rows: [...draft.rows, row], whenEmpty: 'never', nextId: draft.nextId + 1 };
}

/** The draft without a row; without its last one nothing is open, which nobody gets by accident. */
export function withoutRow(draft: Draft, id: number): Draft {
  return { ...draft, rows: draft.rows.filter((row) => row.id !== id), whenEmpty: 'never' };
}

/** What a row says; null while its days or times cannot be read. */
export function readRow({ days, start, end }: Row): DaypartingWindow | null {
  const startMinute = readTime(start);
  const endMinute = readTime(end);
  if (days.length === 0 || startMinute === null || endMinute === null) return null;
  return { days, startMinute, endMinute };
}

/** Whether the draft says what the windows say, in the same words. */
export function isUnchanged(draft: Draft, windows: readonly DaypartingWindow[]): boolean {
  if (draft.rows.length === 0) return windows.length === 0 && draft.whenEmpty === 'always';
  const read = draft.rows.map(readRow).filter((window) => window !== null);
  return read.length === draft.rows.length && sameWindows(read, windows);
}

function withWindows(draft: Draft, windows: readonly DaypartingWindow[]): Draft {
  const rows = windows.map(({ days, startMinute, endMinute }, index): Row => ({
    id: draft.nextId + index,
    days,
    start: formatLocalTime(startMinute),
    end: formatLocalTime(endMinute),
  }));
  return { rows, whenEmpty: 'always', nextId: draft.nextId + rows.length };
}
