import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';

const scenario = useScenario({ clock: '2026-07-15T12:00:00Z' });

const EVENINGS = [
  {
    days: ['MONDAY' as const, 'WEDNESDAY' as const, 'THURSDAY' as const],
    start: '18:00',
    end: '20:00',
  },
];

/** Since when each blocker of a campaign holds: `DAILY_BUDGET 2026-07-15T12:00Z`. */
async function since(campaign: { readonly id: string }): Promise<readonly string[]> {
  const [, ...blockers] = await scenario.state(campaign);
  return blockers.map((line) => line.replace(/ since (\S+), .*/, ' $1'));
}

describe('a blocker holds since', () => {
  test('the creation of the campaign, for all that held then', async () => {
    const brand = await scenario.aBrand({ dailyBudget: '10' });
    const sibling = await scenario.aCampaign(brand);
    await scenario.spend(sibling, '10');
    await scenario.updateBrand(brand, { status: 'PAUSED' });
    await scenario.setClock('2026-07-15T21:30:00Z');
    const campaign = await scenario.aCampaign(brand, {
      desiredStatus: 'PAUSED',
      startsAt: '2026-07-20T00:00:00Z',
      windows: EVENINGS,
    });
    expect(campaign.createdAt).toBe('2026-07-15T21:30:00.000Z');
    expect(await since(campaign)).toEqual([
      'MANUAL_PAUSE 2026-07-15T21:30Z',
      'BRAND_PAUSED 2026-07-15T21:30Z',
      'NOT_STARTED 2026-07-15T21:30Z',
      'BRAND_DAILY_BUDGET 2026-07-15T21:30Z',
      'OUTSIDE_SCHEDULE 2026-07-15T21:30Z',
    ]);
    const over = await scenario.aCampaign(brand, { endsAt: '2026-07-01T00:00:00Z' });
    expect((await since(over)).at(-1)).toBe('ENDED 2026-07-15T21:30Z');
  });

  test("the commit's clock, whenever the spend happened that it comes from", async () => {
    const brand = await scenario.aBrand({ dailyBudget: '10' });
    const campaign = await scenario.aCampaign(brand, { monthlyBudget: '10' });
    await scenario.setClock('2026-07-15T12:34:56.789Z');
    await scenario.spend(campaign, '10', { occurredAt: '2026-07-15T01:00:00Z' });
    await scenario.setClock('2026-07-15T13:00:00Z');
    await scenario.pause(campaign);
    await scenario.setClock('2026-07-15T14:00:00Z');
    await scenario.updateBrand(brand, { status: 'PAUSED' });
    await scenario.setClock('2026-07-15T15:00:00Z');
    await scenario.updateCampaign(campaign, { startsAt: '2026-08-01T00:00:00Z' });
    await scenario.setClock('2026-07-15T16:00:00Z');
    await scenario.setWindows(campaign, EVENINGS);
    expect(await since(campaign)).toEqual([
      'MANUAL_PAUSE 2026-07-15T13:00Z',
      'BRAND_PAUSED 2026-07-15T14:00Z',
      'NOT_STARTED 2026-07-15T15:00Z',
      'MONTHLY_BUDGET 2026-07-15T12:34:56.789Z',
      'BRAND_DAILY_BUDGET 2026-07-15T12:34:56.789Z',
      'OUTSIDE_SCHEDULE 2026-07-15T16:00Z',
    ]);
    await scenario.setClock('2026-07-15T17:00:00Z');
    const changes = { startsAt: null, endsAt: '2026-07-15T00:00:00Z' };
    await scenario.updateCampaign(campaign, changes);
    await scenario.setClock('2026-07-15T17:30:00Z');
    await scenario.updateCampaign(campaign, { desiredStatus: 'ARCHIVED' });
    expect(await since(campaign)).toEqual([
      'ARCHIVED 2026-07-15T17:30Z',
      'BRAND_PAUSED 2026-07-15T14:00Z',
      'ENDED 2026-07-15T17:00Z',
    ]);
  });

  test("a window's or a flight's edge, though time goes on beyond it at once", async () => {
    const brand = await scenario.aBrand();
    const evening = await scenario.aCampaign(brand, { windows: EVENINGS });
    const flight = await scenario.aCampaign(brand, { endsAt: '2026-07-16T03:00:00Z' });
    await scenario.setClock('2026-07-17T12:00:00Z');
    expect(await since(evening)).toEqual(['OUTSIDE_SCHEDULE 2026-07-16T20:00Z']);
    expect(await since(flight)).toEqual(['ENDED 2026-07-16T03:00Z']);
  });
});

test('a status that a new period brings holds since its edge', async () => {
  const campaign = await scenario.aCampaign(await scenario.aBrand(), {
    dailyBudget: '10',
    windows: EVENINGS,
  });
  await scenario.setClock('2026-07-15T18:30:00Z');
  await scenario.spend(campaign, '10');
  await scenario.setClock('2026-07-16T09:00:00Z');
  expect(await scenario.state(campaign)).toEqual([
    'INACTIVE since 2026-07-16T00:00Z, next 2026-07-16T18:00Z',
    'OUTSIDE_SCHEDULE since 2026-07-15T20:00Z, clears 2026-07-16T18:00Z',
  ]);
});

test('a blocker that persists keeps its instant, whatever comes and goes beside it', async () => {
  const brand = await scenario.aBrand();
  const campaign = await scenario.aCampaign(brand, {
    dailyBudget: '10',
    monthlyBudget: '30',
    windows: EVENINGS,
  });
  await scenario.spend(campaign, '30');
  await scenario.setClock('2026-07-15T13:00:00Z');
  const { entry } = await scenario.spend(campaign, '10');
  await scenario.refund(entry, '1');
  await scenario.updateCampaign(campaign, { dailyBudget: '20', monthlyBudget: '25' });
  await scenario.pause(campaign);
  await scenario.setWindows(campaign, [{ days: ['MONDAY'], start: '09:00', end: '10:00' }]);
  await scenario.updateBrand(brand, { timeZone: 'Europe/Vienna' });
  const held = [
    'MONTHLY_BUDGET 2026-07-15T12:00Z',
    'DAILY_BUDGET 2026-07-15T12:00Z',
    'OUTSIDE_SCHEDULE 2026-07-15T12:00Z',
  ];
  expect(await since(campaign)).toEqual(['MANUAL_PAUSE 2026-07-15T13:00Z', ...held]);
  await scenario.activate(campaign);
  expect(await since(campaign)).toEqual(held);

  await scenario.setClock('2026-07-17T08:00:00Z');
  expect(await since(campaign)).toEqual(held.filter((line) => !line.startsWith('DAILY_BUDGET')));
  await scenario.spend(campaign, '20');
  expect(await since(campaign)).toEqual([
    'MONTHLY_BUDGET 2026-07-15T12:00Z',
    'DAILY_BUDGET 2026-07-17T08:00Z',
    'OUTSIDE_SCHEDULE 2026-07-15T12:00Z',
  ]);
  await scenario.setClock('2026-07-17T09:00:00Z');
  await scenario.resetBudgets('DAY', campaign);
  await scenario.spend(campaign, '20');
  expect((await since(campaign))[1]).toBe('DAILY_BUDGET 2026-07-17T09:00Z');
});
