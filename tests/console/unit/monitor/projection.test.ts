import { describe, expect, it } from '@jest/globals';
import type { CurvePoint } from '../../../../web/src/features/monitor/day-curve.js';
import { leadOf, outlookOf } from '../../../../web/src/features/monitor/outlook.js';
import {
  exhaustionAt,
  idealAt,
  paceOf,
  projectedAt,
  projectionOf,
} from '../../../../web/src/features/monitor/projection.js';

const HOUR_MS = 3_600_000;

/** Points at the ends of hours: the first hour spent the first amount, and so on. */
function curve(...perHour: readonly bigint[]): readonly CurvePoint[] {
  let sum = 0n;
  const ends = perHour.map((micros, place) => {
    sum += micros;
    return { at: (place + 1) * HOUR_MS, micros: sum };
  });
  return [{ at: 0, micros: 0n }, ...ends];
}

function dayOf(hours: number) {
  return { start: 0, end: hours * HOUR_MS };
}

describe('pace', () => {
  it('is what the last three hours spent', () => {
    expect(paceOf(curve(90n, 10n, 20n, 30n), 3 * HOUR_MS)).toEqual({
      micros: 60n,
      overMs: 3 * HOUR_MS,
    });
  });

  it('is that of the whole day if it is shorter', () => {
    expect(paceOf(curve(90n), 3 * HOUR_MS)).toEqual({ micros: 90n, overMs: HOUR_MS });
  });

  it('is nothing where refunds are more than spend', () => {
    expect(paceOf(curve(90n, -50n), HOUR_MS).micros).toBe(0n);
  });
});

describe('projection', () => {
  it('lies between the slowest and the fastest of the last hour, three hours and the day', () => {
    const projection = projectionOf(curve(100n, 100n, 0n, 0n, 30n));
    expect(projection?.low.micros).toBe(30n);
    expect(projection?.likely).toEqual(projection?.low);
    expect(projection?.high).toEqual({ micros: 230n, overMs: 5 * HOUR_MS });
  });

  it('is not made of a few minutes', () => {
    expect(
      projectionOf([
        { at: 0, micros: 0n },
        { at: 9 * 60_000, micros: 5n },
      ]),
    ).toBeNull();
  });

  it('goes on from what is spent now', () => {
    const from = { at: HOUR_MS, micros: 100n };
    expect(projectedAt(from, { micros: 60n, overMs: 3 * HOUR_MS }, 4 * HOUR_MS)).toBe(160n);
  });
});

describe('exhaustion', () => {
  const from = { at: HOUR_MS, micros: 100n };

  it('is the first millisecond at which the budget is reached', () => {
    const pace = { micros: 7n, overMs: 1_000 };
    const at = exhaustionAt(from, pace, 200n) ?? 0;
    expect(projectedAt(from, pace, at)).toBe(200n);
    expect(projectedAt(from, pace, at - 1)).toBeLessThan(200n);
  });

  it('never comes with no pace, and has come with nothing left', () => {
    expect(exhaustionAt(from, { micros: 0n, overMs: 1 }, 200n)).toBeNull();
    expect(exhaustionAt(from, { micros: 0n, overMs: 1 }, 100n)).toBe(HOUR_MS);
  });

  it('is exact for amounts that no float holds', () => {
    const large = 9_007_199_254_740_993n;
    const pace = { micros: 1n, overMs: 1 };
    expect(exhaustionAt({ at: 0, micros: large }, pace, large + 5n)).toBe(5);
  });
});

describe('outlook', () => {
  const last = { at: 12 * HOUR_MS, micros: 500n };
  const pace = { micros: 100n, overMs: HOUR_MS };

  it.each([23, 24, 25])('exhausts within a day of %i hours, or lasts for it', (hours) => {
    const day = dayOf(hours);
    const untilEnd = BigInt(hours - 12) * 100n;
    const reached = outlookOf({ day, last, capMicros: 500n + untilEnd - 1n, pace });
    expect(reached.kind).toBe('exhausts');
    expect(outlookOf({ day, last, capMicros: 500n + untilEnd, pace })).toEqual({ kind: 'lasts' });
  });

  it('says when nothing is spent, all is spent, nothing is known, or there is no budget', () => {
    const day = dayOf(24);
    const idle = { micros: 0n, overMs: HOUR_MS };
    expect(outlookOf({ day, last, capMicros: 900n, pace: idle }).kind).toBe('idle');
    expect(outlookOf({ day, last, capMicros: 500n, pace }).kind).toBe('exhausted');
    expect(outlookOf({ day, last, capMicros: 900n, pace: null }).kind).toBe('unknown');
    expect(outlookOf({ day, last, capMicros: null, pace }).kind).toBe('uncapped');
  });
});

describe('lead', () => {
  it.each([
    [23, 2_300n],
    [24, 2_400n],
    [25, 2_500n],
  ])('compares with an even pace over %i hours', (hours, capMicros) => {
    const day = dayOf(hours);
    expect(idealAt(day, capMicros, 12 * HOUR_MS)).toBe(1_200n);
    expect(leadOf({ day, last: { at: 12 * HOUR_MS, micros: 1_272n }, capMicros })).toBe(0.06);
    expect(leadOf({ day, last: { at: 12 * HOUR_MS, micros: 600n }, capMicros })).toBe(-0.5);
  });

  it('says nothing at the first instant, or without a budget', () => {
    const day = dayOf(24);
    expect(leadOf({ day, last: { at: 0, micros: 0n }, capMicros: 100n })).toBeNull();
    expect(leadOf({ day, last: { at: HOUR_MS, micros: 5n }, capMicros: null })).toBeNull();
  });
});
