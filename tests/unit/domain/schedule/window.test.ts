import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  closingMinute,
  dayIndex,
  DAYS_OF_WEEK,
  formatLocalTime,
  inWeekOrder,
  parseLocalTime,
} from '../../../../src/domain/schedule/window.js';

describe('local times', () => {
  test.each([
    ['00:00', 0],
    ['09:05', 545],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('%s is minute %i', (text, minute) => {
    expect(parseLocalTime(text)).toBe(minute);
    expect(formatLocalTime(minute)).toBe(text);
  });

  test.each([
    ...[
      '',
      '9:00',
      '09:0',
      '0900',
      '24:01',
      '25:00',
      '09:60',
      '-1:00',
      '09:00:00',
      '09:00 ',
      'ab:cd',
    ],
    ...[' 09:00', '09:00\n', '09.00', '9am', '٠٩:٠٠'],
  ])('%j is no local time', (text) => {
    expect(parseLocalTime(text)).toBeNull();
  });

  test('every minute of the day is read back as it was printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minute) => {
        expect(parseLocalTime(formatLocalTime(minute))).toBe(minute);
      }),
    );
  });
});

describe('windows', () => {
  test.each([
    ['09:00', '17:00', 1020],
    ['22:00', '02:00', 1560],
    ['22:00', '00:00', 1440],
    ['22:00', '24:00', 1440],
    ['00:00', '00:00', 1440],
  ])('%s-%s closes %i minutes after the midnight before it opens', (start, end, closing) => {
    const startMinute = parseLocalTime(start) ?? NaN;
    const endMinute = parseLocalTime(end) ?? NaN;
    expect(closingMinute({ days: ['MONDAY'], startMinute, endMinute })).toBe(closing);
  });

  test('days are put in week order, Monday first', () => {
    expect(inWeekOrder(['SUNDAY', 'FRIDAY', 'MONDAY'])).toEqual(['MONDAY', 'FRIDAY', 'SUNDAY']);
    expect(DAYS_OF_WEEK.map(dayIndex)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
