import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { validateWindows } from '../../../../src/domain/schedule/validate-windows.js';
import { formatLocalTime } from '../../../../src/domain/schedule/window.js';
import type { DaypartingWindow } from '../../../../src/domain/schedule/window.js';
import { checkDraft } from '../../../../web/src/features/schedule/draft/check-draft.js';
import {
  type Draft,
  draftOf,
  isUnchanged,
  withHours,
  withNewRow,
  withoutRow,
  withRow,
} from '../../../../web/src/features/schedule/draft/draft.js';
import {
  beginHistory,
  edited,
  redone,
  undone,
} from '../../../../web/src/features/schedule/draft/edit-history.js';
import { toSent, windowsFrom } from '../../../../web/src/features/schedule/draft/exchange.js';
import { readTime, stepTime } from '../../../../web/src/features/schedule/draft/read-time.js';
import {
  ALWAYS,
  NEVER,
  openHoursOf,
} from '../../../../web/src/features/schedule/hours/open-hours.js';
import { daypartingWindows } from '../../../support/calendar-arbitraries.js';
import { openHours } from './hours-arbitraries.js';

const OFFICE: DaypartingWindow = { days: ['MONDAY'], startMinute: 540, endMinute: 1020 };

function flawsOf(draft: Draft, id: number): object | undefined {
  return checkDraft(draft).flaws.get(id);
}

describe('a draft', () => {
  test('of any sound windows is unchanged, and would be sent as it was read', () => {
    fc.assert(
      fc.property(fc.array(daypartingWindows(), { maxLength: 5 }), (windows) => {
        fc.pre(validateWindows(windows, []).length === 0);
        const draft = draftOf(windowsFrom(toSent(windows)));
        expect(isUnchanged(draft, windows)).toBe(true);
        const checked = checkDraft(draft);
        expect(checked.windows).toEqual(windows);
        expect(checked.hours).toEqual(openHoursOf(windows));
      }),
    );
  });

  test('shows exactly the hours that were painted', () => {
    fc.assert(
      fc.property(openHours(), (hours) => {
        expect(checkDraft(withHours(draftOf([OFFICE]), hours)).hours).toEqual(hours);
      }),
    );
  });

  test('without rows is always open, but not once its last row was removed or everything closed', () => {
    expect(checkDraft(draftOf([]))).toMatchObject({ hours: ALWAYS, windows: [], problem: null });
    const removed = withoutRow(draftOf([OFFICE]), 1);
    expect(checkDraft(removed)).toMatchObject({ hours: NEVER, windows: null, problem: 'never' });
    expect(isUnchanged(removed, [])).toBe(false);
    const cleared = withHours(draftOf([OFFICE]), NEVER);
    expect(checkDraft(cleared)).toMatchObject({ windows: null, problem: 'never' });
  });

  test('keeps a row that is not finished while hours are painted', () => {
    const draft = withNewRow(draftOf([OFFICE]));
    const painted = withHours(draft, ALWAYS);
    expect(painted.rows).toHaveLength(1);
    expect(flawsOf(painted, 2)).toEqual({ days: 'Choose at least one day.' });
  });

  test('says at each row what is wrong with it, and nothing can be sent meanwhile', () => {
    const draft = draftOf([OFFICE]);
    const broken = withRow(draft, 1, { start: '25:00', end: 'noon' });
    expect(flawsOf(broken, 1)).toEqual({
      start: 'Write a time from 00:00 to 24:00, such as 08:30.',
      end: 'Write a time from 00:00 to 24:00, such as 08:30.',
    });
    expect(checkDraft(broken).windows).toBeNull();
    expect(flawsOf(withRow(draft, 1, { start: '24:00' }), 1)).toHaveProperty('start');
    expect(flawsOf(withRow(draft, 1, { end: '9' }), 1)).toHaveProperty('end');
    expect(flawsOf(withRow(draft, 1, { start: '0', end: '0' }), 1)).toBeUndefined();
  });

  test('names the window that another one overlaps, and shows the hours of both', () => {
    const other: DaypartingWindow = { ...OFFICE, startMinute: 960, endMinute: 60 };
    const draft = draftOf([OFFICE, other]);
    expect(flawsOf(draft, 2)).toEqual({ overlap: 'It overlaps Mon 09:00–17:00.' });
    expect(checkDraft(draft).hours).toEqual(openHoursOf([OFFICE, other]));
  });

  test('holds no more windows than a schedule may', () => {
    const many = Array.from({ length: 101 }, (_, index): DaypartingWindow => {
      return { days: ['MONDAY'], startMinute: index * 4, endMinute: index * 4 + 2 };
    });
    expect(checkDraft(draftOf(many))).toMatchObject({ problem: 'too-many', windows: null });
    expect(checkDraft(draftOf(many.slice(1))).problem).toBeNull();
  });
});

describe('the history of edits', () => {
  test('goes back to where it began and forth to where it was', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 50 }), (states) => {
        let history = beginHistory(-1);
        for (const state of states) history = edited(history, state);
        const end = history.present;
        states.forEach(() => (history = undone(history)));
        expect(history.present).toBe(-1);
        expect(undone(history)).toBe(history);
        states.forEach(() => (history = redone(history)));
        expect(history.present).toBe(end);
        expect(redone(history)).toBe(history);
      }),
    );
  });

  test('takes letters typed into one field as one step', () => {
    let history = beginHistory('');
    for (const text of ['1', '10', '10:']) history = edited(history, text, 'start 1');
    expect(undone(history).present).toBe('');
    history = edited(history, 'painted');
    history = edited(history, '11', 'start 1');
    expect(undone(history).present).toBe('painted');
  });
});

describe('a time that somebody types', () => {
  test.each([
    ['9', 540],
    ['09', 540],
    ['930', 570],
    ['9:30', 570],
    ['9.30', 570],
    ['0930', 570],
    [' 23:59 ', 1439],
    ['24', 1440],
    ['24:00', 1440],
    ['24:01', null],
    ['12:60', null],
    ['9:3', null],
    ['', null],
    ['noon', null],
  ])('%j is minute %j', (text, minute) => {
    expect(readTime(text)).toBe(minute);
  });

  test('is read as it is shown, for every minute of a day', () => {
    for (let minute = 0; minute <= 1440; minute += 1) {
      expect(readTime(formatLocalTime(minute))).toBe(minute);
    }
  });

  test('steps to the next quarter, and not out of the day', () => {
    expect(stepTime(541, { size: 15, isBack: false })).toBe('09:15');
    expect(stepTime(541, { size: 15, isBack: true })).toBe('09:00');
    expect(stepTime(540, { size: 15, isBack: true })).toBe('08:45');
    expect(stepTime(0, { size: 15, isBack: true })).toBe('00:00');
    expect(stepTime(1440, { size: 15, isBack: false })).toBe('24:00');
  });
});
