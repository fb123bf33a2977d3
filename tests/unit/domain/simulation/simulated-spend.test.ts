import { describe, expect, test } from '@jest/globals';
import { seededRandom } from '../../../../src/domain/simulation/seeded-random.js';
import { simulatedSpend, type Spender } from '../../../../src/domain/simulation/simulated-spend.js';
import { DAYS_OF_WEEK, type DaypartingWindow } from '../../../../src/domain/schedule/window.js';

const DAY = Date.parse('2026-07-15T00:00:00.000Z');
const MINUTE_MS = 60_000;
const UNIT = 1_000_000n;

function aSpender(details: Partial<Spender['campaign']> = {}, currency = 'EUR'): Spender {
  return {
    campaign: {
      id: '00000000-0000-7000-8000-000000000001',
      dailyBudgetMicros: 144n * UNIT,
      monthlyBudgetMicros: null,
      windows: [],
      ...details,
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

/** What is spent in the minutes from..to of the day. */
function spent(
  spender: Spender,
  seed: string,
  [from, to]: readonly [number, number] = [0, 1_440],
): bigint {
  let sum = 0n;
  for (let minute = from; minute < to; minute += 1) {
    sum += simulatedSpend(spender, DAY + minute * MINUTE_MS, seed) ?? 0n;
  }
  return sum;
}

describe('simulated spend', () => {
  test('is the same for the same seed, campaign and minute', () => {
    const at = DAY + 754 * MINUTE_MS;
    const amounts = Array.from({ length: 20 }, (_, i) =>
      simulatedSpend(aSpender(), at + i * MINUTE_MS, 'a'),
    );
    const again = Array.from({ length: 20 }, (_, i) =>
      simulatedSpend(aSpender(), at + i * MINUTE_MS + 59_999, 'a'),
    );
    expect(again).toEqual(amounts);
    const other = Array.from({ length: 20 }, (_, i) =>
      simulatedSpend(aSpender(), at + i * MINUTE_MS, 'b'),
    );
    expect(other).not.toEqual(amounts);
  });

  test('comes to between 0.5 and 2 times the daily cap in a day', () => {
    for (let i = 0; i < 20; i += 1) {
      const total = spent(aSpender(), `seed ${String(i)}`);
      expect(total).toBeGreaterThan(72n * UNIT);
      expect(total).toBeLessThan(288n * UNIT);
    }
  });

  test('fits into the hours in which the campaign may run', () => {
    const nineToFive: DaypartingWindow = { days: DAYS_OF_WEEK, startMinute: 540, endMinute: 1_020 };
    const total = spent(aSpender({ windows: [nineToFive] }), 'seed', [540, 1_020]);
    expect(total).toBeGreaterThan(72n * UNIT);
    expect(total).toBeLessThan(288n * UNIT);
  });

  test('is busier in the afternoon than at night', () => {
    const night = spent(aSpender(), 'seed', [0, 360]);
    expect(spent(aSpender(), 'seed', [720, 1_080])).toBeGreaterThan(2n * night);
  });

  test('has two decimals more than the currency, at most six', () => {
    for (const [currency, unit] of [
      ['JPY', 10_000n],
      ['EUR', 100n],
      ['KWD', 10n],
    ] as const) {
      const amounts = Array.from({ length: 60 }, (_, i) =>
        simulatedSpend(aSpender({}, currency), DAY + i * MINUTE_MS, 'seed'),
      );
      expect(amounts.every((amount) => (amount ?? 0n) % unit === 0n)).toBe(true);
      expect(amounts.some((amount) => amount === null)).toBe(true);
    }
  });

  test('falls back from the daily cap to the monthly one, the brand, and a modest sum', () => {
    const none = { dailyBudgetMicros: null };
    const ofMonth = spent(aSpender({ ...none, monthlyBudgetMicros: 4_320n * UNIT }), 'seed');
    expect(ofMonth).toBe(spent(aSpender(), 'seed'));
    const withBrand = aSpender(none);
    const brand = { ...withBrand.brand, dailyBudgetMicros: 864n * UNIT };
    expect(spent({ ...withBrand, brand }, 'seed')).toBe(ofMonth);
    expect(spent(aSpender(none), 'seed')).toBeGreaterThan(25n * UNIT);
  });
});

describe('seeded random numbers', () => {
  test('lie in [0, 1) and are spread evenly', () => {
    const random = seededRandom('even');
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 10_000; i += 1) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? NaN) + 1;
    }
    expect(tenths).toHaveLength(10);
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
