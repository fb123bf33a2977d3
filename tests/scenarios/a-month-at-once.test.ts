import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../support/scenario/scenario.js';
import { changeLine, usageLine } from '../support/scenario/texts.js';
import { aBrandInVienna, VIENNA_START } from '../support/scenario/vienna.js';

describe('a month at once', () => {
  const scenario = useScenario({ clock: VIENNA_START });

  /** Local days in April, whose midnights are at 22:00 in UTC. */
  const april = (day: number): string => `2026-04-${String(day).padStart(2, '0')}`;
  const FRIDAYS = [3, 10, 17, 24];
  const WEEKDAYS = [
    ...['2026-03-30', '2026-03-31', april(1), april(2), april(3)],
    ...[6, 13, 20].flatMap((monday) => [0, 1, 2, 3, 4].map((days) => april(monday + days))),
    ...[april(27), april(28), april(29), april(30)],
  ];

  const opens = (at: string): string =>
    `INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, SCHEDULE by nobody at ${at}`;
  const closes = (at: string): string =>
    `ACTIVE -> INACTIVE OUTSIDE_SCHEDULE, SCHEDULE by nobody at ${at}`;

  test('what is new runs at once, or waits for its window', async () => {
    const { always, office, night } = await aBrandInVienna(scenario);
    expect(await scenario.state(always)).toEqual(['ACTIVE since 2026-03-28T12:00Z, next never']);
    expect(await scenario.state(office)).toEqual([
      'INACTIVE since 2026-03-28T12:00Z, next 2026-03-30T07:00Z',
      'OUTSIDE_SCHEDULE since 2026-03-28T12:00Z, clears 2026-03-30T07:00Z',
    ]);
    expect(await scenario.state(night)).toEqual([
      'INACTIVE since 2026-03-28T12:00Z, next 2026-04-03T20:00Z',
      'OUTSIDE_SCHEDULE since 2026-03-28T12:00Z, clears 2026-04-03T20:00Z',
    ]);
  });

  test('a month that passes at once is told as if it had been lived', async () => {
    const { brand, always, office, night } = await aBrandInVienna(scenario);
    const changes = await scenario.watchChanges({ campaignId: office.id });
    await scenario.spend(always, '100');
    await scenario.setClock('2026-05-01T06:00:00Z');

    expect(await scenario.history(always)).toEqual([
      'ACTIVE -> PAUSED DAILY_BUDGET, SPEND by First key at 2026-03-28T12:00Z',
      'PAUSED DAILY_BUDGET -> ACTIVE, BUDGET_RESET by nobody at 2026-03-28T23:00Z',
    ]);
    const officeHistory = WEEKDAYS.flatMap((day) => [
      opens(`${day}T07:00Z`),
      closes(`${day}T15:00Z`),
    ]);
    expect(await scenario.history(office)).toEqual(officeHistory);
    expect(await scenario.history(night)).toEqual(
      FRIDAYS.flatMap((day) => [opens(`${april(day)}T20:00Z`), closes(`${april(day + 1)}T00:00Z`)]),
    );
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-03-28: 100 of 150, closed 2026-03-28T23:00Z',
      ...['2026-03-29', '2026-03-30', '2026-03-31'].map(emptyDay),
      'MONTH 2026-03-01: 100 of 400, closed 2026-03-31T22:00Z',
      ...Array.from({ length: 30 }, (_, i) => emptyDay(april(i + 1))),
      'MONTH 2026-04-01: 0 of 400, closed 2026-04-30T22:00Z',
    ]);

    // A change that waits for the subscriber gives way to the campaign's next; the last one comes.
    const events = await changes.until(({ at }) => at === '2026-04-30T15:00:00.000Z');
    const heard = events.map(changeLine);
    expect(officeHistory.filter((line) => heard.includes(line))).toEqual(heard);
    const { today, thisMonth } = await scenario.brand(brand);
    expect(usageLine(today)).toBe('2026-04-30T22:00Z to 2026-05-01T22:00Z: 0 of 150');
    expect(usageLine(thisMonth)).toBe('2026-04-30T22:00Z to 2026-05-31T22:00Z: 0 of 400');
    expect(await scenario.state(night)).toEqual([
      'INACTIVE since 2026-04-25T00:00Z, next 2026-05-01T20:00Z',
      'OUTSIDE_SCHEDULE since 2026-04-25T00:00Z, clears 2026-05-01T20:00Z',
    ]);
  });

  function emptyDay(date: string): string {
    return `DAY ${date}: 0 of 150, closed ${date}T22:00Z`;
  }
});
