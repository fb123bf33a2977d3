import { describe, expect, test } from '@jest/globals';
import { givenBack, givenBackAt } from '../../../../src/domain/simulation/given-back.js';
import { simulatedSpend, type Spender } from '../../../../src/domain/simulation/simulated-spend.js';
import { spendSlices } from '../../../../src/domain/simulation/spend-slices.js';

const DAY = Date.parse('2026-07-15T00:00:00.000Z');
const MINUTE_MS = 60_000;
const UNIT = 1_000_000n;
const MINUTES = Array.from({ length: 300 }, (_, i) => DAY + i * MINUTE_MS);

function aSpender(dailyBudgetMicros: bigint, currency = 'EUR'): Spender {
  return {
    campaign: {
      id: '00000000-0000-7000-8000-000000000001',
      dailyBudgetMicros,
      monthlyBudgetMicros: null,
      windows: [],
    },
    brand: {
      currency,
      timeZone: 'UTC',
      dailyBudgetMicros: null,
      monthlyBudgetMicros: null,
      day: { date: '2026-07-15', startsAt: DAY, endsAt: DAY + 1_440 * MINUTE_MS },
    },
  };
}

describe('the slices of a minute', () => {
  test.each([
    ['EUR', 144n * UNIT, 100n],
    ['JPY', 42_000n * UNIT, 10_000n],
    ['KWD', 95_250_000n, 10n],
    ['EUR', 200_000n, 100n],
  ])('add up to what is spent in it, in %s of a cap of %s', (currency, cap, step) => {
    const spender = aSpender(cap, currency);
    for (const minute of MINUTES) {
      const slices = spendSlices(spender, minute + 31_234, 'a');
      const total = slices.reduce((sum, { amountMicros }) => sum + amountMicros, 0n);
      expect(total).toBe(simulatedSpend(spender, minute, 'a') ?? 0n);
      expect(slices.every(({ amountMicros }) => amountMicros > 0n)).toBe(true);
      expect(slices.every(({ amountMicros }) => amountMicros % step === 0n)).toBe(true);
    }
  });

  test('come one after the other within the minute', () => {
    const all = MINUTES.map((minute) => spendSlices(aSpender(144n * UNIT), minute, 'a'));
    for (const [i, slices] of all.entries()) {
      const minute = MINUTES[i] ?? 0;
      const instants = slices.map(({ at }) => at);
      expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      expect(instants.every((at) => at >= minute && at < minute + MINUTE_MS)).toBe(true);
      const places = slices.map(({ place }) => place);
      expect(new Set(places).size).toBe(places.length);
    }
    expect(Math.max(...all.map(({ length }) => length))).toBe(6);
  });

  test('are the same for the same seed and minute, and others for another seed', () => {
    const of = (seed: string, offset = 0) =>
      MINUTES.map((minute) => spendSlices(aSpender(144n * UNIT), minute + offset, seed));
    expect(of('a', MINUTE_MS - 1)).toEqual(of('a'));
    expect(of('b')).not.toEqual(of('a'));
  });
});

describe('what is given back', () => {
  const exhausted = {
    campaignId: '00000000-0000-7000-8000-000000000001',
    budgetMicros: 300n * UNIT,
  };

  test('lets an exhausted campaign run again, if its last spend is as much', () => {
    const spentMicros = 304n * UNIT;
    const enough = givenBack({ ...exhausted, spentMicros, lastMicros: 20n * UNIT });
    expect(enough).toBe(5n * UNIT + 100n);
    expect(givenBack({ ...exhausted, spentMicros, lastMicros: 3n * UNIT })).toBe(3n * UNIT);
  });

  test('comes in some minutes, at an instant of theirs that does not change', () => {
    const instants = MINUTES.map((minute) => givenBackAt(exhausted, minute, 'a'));
    expect(MINUTES.map((minute) => givenBackAt(exhausted, minute + 59_999, 'a'))).toEqual(instants);
    const given = instants.filter((at) => at !== null).length;
    expect(given).toBeGreaterThan(MINUTES.length / 4);
    expect(given).toBeLessThan((MINUTES.length * 2) / 3);
    for (const [i, at] of instants.entries()) {
      if (at !== null) expect(Math.floor(at / MINUTE_MS)).toBe((MINUTES[i] ?? 0) / MINUTE_MS);
    }
  });
});
