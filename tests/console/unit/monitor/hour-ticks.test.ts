import { describe, expect, it } from '@jest/globals';
import { hourTicks } from '../../../../web/src/features/monitor/hour-ticks.js';

const HOUR_MS = 3_600_000;

function ticks(start: string, end: string, timeZone: string) {
  const day = { start: Date.parse(start), end: Date.parse(end) };
  return hourTicks(day, timeZone, 3).map(({ at, label }) => [(at - day.start) / HOUR_MS, label]);
}

describe('marks of hours', () => {
  it('are every three hours of a plain day', () => {
    const all = ticks('2026-11-24T23:00:00Z', '2026-11-25T23:00:00Z', 'Europe/Vienna');
    expect(all.map(([, label]) => label)).toEqual([
      '00:00',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
      '15:00',
      '18:00',
      '21:00',
      '00:00',
    ]);
    expect(all.map(([hours]) => hours)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24]);
  });

  it('come an hour early once the clocks went forward', () => {
    const all = ticks('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 'Europe/Vienna');
    expect(all.map(([hours]) => hours)).toEqual([0, 2, 5, 8, 11, 14, 17, 20, 23]);
  });

  it('come an hour late once the clocks went back', () => {
    const all = ticks('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 'Europe/Vienna');
    expect(all.map(([hours]) => hours)).toEqual([0, 4, 7, 10, 13, 16, 19, 22, 25]);
  });

  it('stand at full hours where the offset has minutes', () => {
    const [first, second] = ticks('2026-11-24T18:15:00Z', '2026-11-25T18:15:00Z', 'Asia/Kathmandu');
    expect(first).toEqual([0, '00:00']);
    expect(second).toEqual([3, '03:00']);
  });
});
