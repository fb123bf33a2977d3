import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';

const TWO_TO_THREE = { days: ['SUNDAY' as const], start: '02:00', end: '03:00' };

describe('Vienna on 29 March, when 02:00 is followed by 03:00', () => {
  const scenario = useScenario({ clock: '2026-03-28T12:00:00Z' });

  test('a window from 02:00 to 03:00 has no minute: it opens a week later', async () => {
    const brand = await scenario.aBrand({ timeZone: 'Europe/Vienna' });
    const campaign = await scenario.aCampaign(brand, { windows: [TWO_TO_THREE] });
    expect(campaign.schedule).toMatchObject({
      openNow: false,
      nextChangeAt: '2026-04-05T00:00:00.000Z',
    });
    await scenario.setClock('2026-03-29T12:00:00Z');
    expect(await scenario.history(campaign)).toEqual([]);
    expect(await scenario.state(campaign)).toEqual([
      'INACTIVE since 2026-03-28T12:00Z, next 2026-04-05T00:00Z',
      'OUTSIDE_SCHEDULE since 2026-03-28T12:00Z, clears 2026-04-05T00:00Z',
    ]);
  });

  test('a window from 01:30 to 03:30 has 60 minutes', async () => {
    const brand = await scenario.aBrand({ timeZone: 'Europe/Vienna' });
    const windows = [{ ...TWO_TO_THREE, start: '01:30', end: '03:30' }];
    const campaign = await scenario.aCampaign(brand, { windows });
    await scenario.setClock('2026-03-29T12:00:00Z');
    expect(await scenario.history(campaign)).toEqual([
      'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, SCHEDULE by nobody at 2026-03-29T00:30Z',
      'ACTIVE -> INACTIVE OUTSIDE_SCHEDULE, SCHEDULE by nobody at 2026-03-29T01:30Z',
    ]);
  });
});

describe('Vienna on 25 October, when 02:59 is followed by 02:00', () => {
  const scenario = useScenario({ clock: '2026-10-24T12:00:00Z' });

  test('a window from 02:00 to 03:00 has 120 minutes, without a break', async () => {
    const brand = await scenario.aBrand({ timeZone: 'Europe/Vienna' });
    const campaign = await scenario.aCampaign(brand, { windows: [TWO_TO_THREE] });
    await scenario.setClock('2026-10-25T12:00:00Z');
    expect(await scenario.history(campaign)).toEqual([
      'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, SCHEDULE by nobody at 2026-10-25T00:00Z',
      'ACTIVE -> INACTIVE OUTSIDE_SCHEDULE, SCHEDULE by nobody at 2026-10-25T02:00Z',
    ]);
    expect(await scenario.today(brand)).toBe('2026-10-24T22:00Z to 2026-10-25T23:00Z: 0 of no cap');
  });
});
