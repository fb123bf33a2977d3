import { describe, expect, it } from '@jest/globals';
import {
  dayCurve,
  type HourOfSpend,
  spentAt,
} from '../../../../web/src/features/monitor/day-curve.js';

const HOUR_MS = 3_600_000;
const money = (amount: string) => ({ amount, currency: 'EUR' });

/** A day of `length` hours from `start`, with the same spend in each. */
function hoursFrom(start: string, length: number, amount = '10'): readonly HourOfSpend[] {
  return Array.from({ length }, (_, place) => ({
    start: new Date(Date.parse(start) + place * HOUR_MS).toISOString(),
    spent: money(amount),
  }));
}

function dayFrom(start: string, length: number) {
  return { start: Date.parse(start), end: Date.parse(start) + length * HOUR_MS };
}

describe('the curve of a day', () => {
  // Vienna's clocks go forward on 29 March 2026 and back on 25 October.
  it.each([
    ['2026-03-28T23:00:00.000Z', 23],
    ['2026-11-24T23:00:00.000Z', 24],
    ['2026-10-24T22:00:00.000Z', 25],
  ])('has a point at the end of each hour of the day that begins at %s', (start, length) => {
    const day = dayFrom(start, length);
    const points = dayCurve({
      series: hoursFrom(start, length),
      day,
      now: day.end,
      totalMicros: BigInt(length) * 10_000_000n,
    });
    expect(points).toHaveLength(length + 1);
    expect(points[0]).toEqual({ at: day.start, micros: 0n });
    expect(points.at(-1)).toEqual({ at: day.end, micros: BigInt(length) * 10_000_000n });
  });

  it('ends now, with what is spent now and not with what was read', () => {
    const start = '2026-11-25T00:00:00.000Z';
    const day = dayFrom(start, 24);
    const now = day.start + 2.5 * HOUR_MS;
    const points = dayCurve({ series: hoursFrom(start, 24), day, now, totalMicros: 27_123_456n });
    expect(points).toEqual([
      { at: day.start, micros: 0n },
      { at: day.start + HOUR_MS, micros: 10_000_000n },
      { at: day.start + 2 * HOUR_MS, micros: 20_000_000n },
      { at: now, micros: 27_123_456n },
    ]);
  });

  it('ends with the last hour in which something was spent if the time is not known', () => {
    const start = '2026-11-25T00:00:00.000Z';
    const series = hoursFrom(start, 24, '0').map((hour, place) =>
      place === 3 ? { ...hour, spent: money('1.5') } : hour,
    );
    const day = dayFrom(start, 24);
    const points = dayCurve({ series, day, now: null, totalMicros: 1_500_000n });
    expect(points.at(-1)).toEqual({ at: day.start + 4 * HOUR_MS, micros: 1_500_000n });
  });

  it('is a line from nothing to now while the hours of a new day are not read', () => {
    const day = dayFrom('2026-11-26T00:00:00.000Z', 24);
    const series = hoursFrom('2026-11-25T00:00:00.000Z', 24);
    const now = day.start + 60_000;
    expect(dayCurve({ series, day, now, totalMicros: 5n })).toEqual([
      { at: day.start, micros: 0n },
      { at: now, micros: 5n },
    ]);
  });

  it('is one point at the very start of the day', () => {
    const day = dayFrom('2026-11-26T00:00:00.000Z', 24);
    expect(dayCurve({ series: [], day, now: day.start, totalMicros: 0n })).toEqual([
      { at: day.start, micros: 0n },
    ]);
  });
});

describe('what was spent at an instant', () => {
  const points = [
    { at: 0, micros: 0n },
    { at: 100, micros: 1_000n },
    { at: 200, micros: 1_500n },
  ];

  it.each([
    [0, 0n],
    [50, 500n],
    [100, 1_000n],
    [150, 1_250n],
    [900, 1_500n],
  ])('is even between two points: at %i', (at, micros) => {
    expect(spentAt(points, at)).toBe(micros);
  });
});
