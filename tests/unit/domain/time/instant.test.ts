import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { formatInstant, parseInstant } from '../../../../src/domain/time/instant.js';

const FIRST = '0001-01-01T00:00:00.000Z';
const LAST = '9999-12-31T23:59:59.999Z';

describe('instants', () => {
  test.each([
    ['2026-11-22T09:30:00.000Z', '2026-11-22T09:30:00.000Z'],
    ['2026-11-22T09:30Z', '2026-11-22T09:30:00.000Z'],
    ['2026-11-22T09:30:00+01:00', '2026-11-22T08:30:00.000Z'],
    ['2026-11-22T09:30:00-0330', '2026-11-22T13:00:00.000Z'],
    ['2026-11-22T00:30:00+14', '2026-11-21T10:30:00.000Z'],
    ['2026-11-22T09:30:00-00:00', '2026-11-22T09:30:00.000Z'],
    ['2026-11-22T09:30:00,5Z', '2026-11-22T09:30:00.500Z'],
    ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
    [FIRST, FIRST],
    [LAST, LAST],
  ])('%s is %s', (text, printed) => {
    expect(formatInstant(parseInstant(text) ?? NaN)).toBe(printed);
  });

  test.each([
    ['2026-11-22T09:30:00.123999999Z', '2026-11-22T09:30:00.123Z'],
    [`2026-11-22T09:30:00.${'9'.repeat(30)}Z`, '2026-11-22T09:30:00.999Z'],
    ['1969-12-31T23:59:59.9999Z', '1969-12-31T23:59:59.999Z'],
  ])('%s is cut to milliseconds, never rounded', (text, printed) => {
    expect(formatInstant(parseInstant(text) ?? NaN)).toBe(printed);
  });

  test.each([
    ...['', 'now', '2026-11-22', '2026-11-22T09:30:00', '2026-11-22 09:30:00Z', '1795339800000'],
    ...['2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026-11-22T24:00:00Z', '2026-1-2T00:00Z'],
    ...['2026-11-22T09:60:00Z', '2026-12-31T23:59:60Z', '2026-11-22T09:30:00+24:00'],
    ...['2026-11-22T09:30:00Z[UTC]', '2026-11-22T09:30:00[Europe/Vienna]', '2026-11-22T09:30:00Z '],
    ...['+012026-11-22T09:30:00Z', '0000-12-31T23:59:59Z', '9999-12-31T23:59:59-01:00', '22/11/26'],
    `2026-11-22T09:30:00.${'9'.repeat(31)}Z`,
  ])('%j is no instant', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  test('what is printed is read back as the same instant', () => {
    const instants = fc.integer({ min: parseInstant(FIRST) ?? 0, max: parseInstant(LAST) ?? 0 });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(parseInstant(formatInstant(instant))).toBe(instant);
      }),
    );
  });
});
