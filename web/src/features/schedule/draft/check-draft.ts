import type { UserError } from '../../../../../src/domain/errors.js';
import { stretchesOf } from '../../../../../src/domain/schedule/week.js';
import {
  MAX_WINDOWS,
  validateWindows,
} from '../../../../../src/domain/schedule/validate-windows.js';
import {
  type DaypartingWindow,
  formatLocalTime,
  inWeekOrder,
} from '../../../../../src/domain/schedule/window.js';
import { ALWAYS, NEVER, type OpenHours, unionOf } from '../hours/open-hours.js';
import { describeDays } from '../hours/words.js';
import { type Draft, type Row } from './draft.js';
import { readTime } from './read-time.js';

/** What is wrong with the parts of a row, for people; `overlap` is of the row as a whole. */
export type RowFlaws = Partial<Readonly<Record<'days' | 'start' | 'end' | 'overlap', string>>>;

/** What a draft says. */
export interface Checked {
  /** What its sound windows open together. */
  readonly hours: OpenHours;
  /** What is wrong with its rows, by their ids; empty if nothing is. */
  readonly flaws: ReadonlyMap<number, RowFlaws>;
  /** What is wrong with it as a whole. */
  readonly problem: 'never' | 'too-many' | null;
  /** What is to be sent; null while anything is wrong. */
  readonly windows: readonly DaypartingWindow[] | null;
}

interface ReadRow {
  readonly row: Row;
  readonly window: DaypartingWindow;
}

const UNREADABLE = 'Write a time from 00:00 to 24:00, such as 08:30.';

/** Checks a draft as the server will: its rules are the same functions. */
export function checkDraft(draft: Draft): Checked {
  const flaws = new Map<number, RowFlaws>();
  const read = draft.rows.flatMap((row): ReadRow[] => {
    const startMinute = readTime(row.start);
    const endMinute = readTime(row.end);
    if (startMinute !== null && endMinute !== null) {
      return [{ row, window: { days: inWeekOrder(row.days), startMinute, endMinute } }];
    }
    flaws.set(row.id, {
      ...(startMinute === null ? { start: UNREADABLE } : {}),
      ...(endMinute === null ? { end: UNREADABLE } : {}),
      ...(row.days.length === 0 ? { days: WORDS.days } : {}),
    });
    return [];
  });
  const windows = read.map(({ window }) => window);
  for (const error of windows.length > MAX_WINDOWS ? [] : validateWindows(windows, [])) {
    addFlaw(flaws, read, error);
  }
  const problem = problemOf(draft);
  const isSound = flaws.size === 0 && problem === null;
  return { hours: hoursOf(draft, read, flaws), flaws, problem, windows: isSound ? windows : null };
}

const WORDS = {
  days: 'Choose at least one day.',
  start: '24:00 ends a day: to begin then, write 00:00 on the next day.',
  end: 'It ends when it starts. For a whole day write 00:00 to 24:00.',
};

function addFlaw(flaws: Map<number, RowFlaws>, read: readonly ReadRow[], error: UserError): void {
  const [index = '', part] = error.field;
  const flawed = read[Number(index)];
  if (flawed === undefined) return;
  const isPart = part === 'days' || part === 'start' || part === 'end';
  const flaw: RowFlaws = isPart ? { [part]: WORDS[part] } : { overlap: overlapOf(flawed, read) };
  flaws.set(flawed.row.id, { ...flaws.get(flawed.row.id), ...flaw });
}

function overlapOf(later: ReadRow, read: readonly ReadRow[]): string {
  const other = read.find(({ window }) => window !== later.window && meets(window, later.window));
  return other === undefined
    ? 'It overlaps another window.'
    : `It overlaps ${nameOf(other.window)}.`;
}

function meets(a: DaypartingWindow, b: DaypartingWindow): boolean {
  return stretchesOf(a).some((one) =>
    stretchesOf(b).some((other) => one.start < other.end && other.start < one.end),
  );
}

/** `Mon–Fri 09:00–17:00`. */
export function nameOf({ days, startMinute, endMinute }: DaypartingWindow): string {
  return `${describeDays(days)} ${formatLocalTime(startMinute)}–${formatLocalTime(endMinute)}`;
}

function problemOf({ rows, whenEmpty }: Draft): Checked['problem'] {
  if (rows.length > MAX_WINDOWS) return 'too-many';
  return rows.length === 0 && whenEmpty === 'never' ? 'never' : null;
}

function hoursOf(
  { rows, whenEmpty }: Draft,
  read: readonly ReadRow[],
  flaws: ReadonlyMap<number, RowFlaws>,
): OpenHours {
  if (rows.length === 0) return whenEmpty === 'always' ? ALWAYS : NEVER;
  const sound = read.filter(({ row }) => {
    const { days, start, end } = flaws.get(row.id) ?? {};
    return (days ?? start ?? end) === undefined;
  });
  return unionOf(sound.flatMap(({ window }) => stretchesOf(window)));
}
