import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';
import { usageLine } from '../../support/scenario/texts.js';

describe('when the zone of a brand changes', () => {
  /** A Friday, the last day of July. */
  const scenario = useScenario({ clock: '2026-07-31T00:30:00.000Z' });

  /** The current day and month. */
  async function periods(brand: { readonly id: string }): Promise<readonly string[]> {
    const { today, thisMonth } = await scenario.brand(brand);
    return [today, thisMonth].map(usageLine);
  }

  test('entries keep their day; later ones count in the days of the new zone', async () => {
    const brand = await scenario.aBrand();
    const campaign = await scenario.aCampaign(brand);
    // In Vienna it is the 31st already.
    const occurredAt = '2026-07-30T22:30:00.000Z';
    const { entry } = await scenario.spend(campaign, '1', { occurredAt });
    const { entry: now } = await scenario.spend(campaign, '2');
    expect([entry.day, now.day]).toEqual(['2026-07-30', '2026-07-31']);
    await scenario.updateBrand(brand, { timeZone: 'Europe/Vienna' });
    const days = (await scenario.entries({ brandId: brand.id })).map(({ day }) => day);
    expect(days).toEqual(['2026-07-31', '2026-07-30']);
    expect(await periods(brand)).toEqual([
      '2026-07-30T22:00Z to 2026-07-31T22:00Z: 2 of no cap',
      '2026-06-30T22:00Z to 2026-07-31T22:00Z: 3 of no cap',
    ]);
    expect((await scenario.spend(campaign, '4', { occurredAt })).entry.day).toBe('2026-07-31');
    const { entry: refund } = await scenario.refund(entry, '1');
    expect(refund.day).toBe('2026-07-30');
    expect(await scenario.closes(brand)).toEqual([]);
  });

  test('the new zone holds at once for schedules', async () => {
    const brand = await scenario.aBrand();
    const windows = [{ days: ['FRIDAY' as const], start: '09:00', end: '17:00' }];
    const campaign = await scenario.aCampaign(brand, { windows });
    expect(await scenario.state(campaign)).toEqual([
      'INACTIVE since 2026-07-31T00:30Z, next 2026-07-31T09:00Z',
      'OUTSIDE_SCHEDULE since 2026-07-31T00:30Z, clears 2026-07-31T09:00Z',
    ]);
    await scenario.updateBrand(brand, { timeZone: 'Asia/Tokyo' });
    expect(await scenario.state(campaign)).toEqual([
      'ACTIVE since 2026-07-31T00:30Z, next 2026-07-31T08:00Z',
    ]);
    expect((await scenario.campaign(campaign)).schedule).toMatchObject({
      timeZone: 'Asia/Tokyo',
      openNow: true,
      nextChangeAt: '2026-07-31T08:00:00.000Z',
    });
    await scenario.setClock('2026-07-31T08:00:00.000Z');
    expect(await scenario.state(campaign)).toEqual([
      'INACTIVE since 2026-07-31T08:00Z, next 2026-08-07T00:00Z',
      'OUTSIDE_SCHEDULE since 2026-07-31T08:00Z, clears 2026-08-07T00:00Z',
    ]);
  });

  test('to one that is ahead, the days that are skipped close at once, and a month with them', async () => {
    // 13:30 on the 30th; when it is 23:30 there, the 1st of August has begun in Kiritimati.
    const brand = await scenario.aBrand({ timeZone: 'Pacific/Pago_Pago', monthlyBudget: '50' });
    const campaign = await scenario.aCampaign(brand);
    await scenario.spend(campaign, '50');
    await scenario.setClock('2026-07-31T10:30:00.000Z');
    expect((await scenario.brand(brand)).today.periodStart).toBe('2026-07-30T11:00:00.000Z');
    await scenario.updateBrand(brand, { timeZone: 'Pacific/Kiritimati' });
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-07-30: 50 of no cap, closed 2026-07-31T10:30Z',
      'DAY 2026-07-31: 0 of no cap, closed 2026-07-31T10:30Z',
      'MONTH 2026-07-01: 50 of 50, closed 2026-07-31T10:30Z',
    ]);
    expect(await periods(brand)).toEqual([
      '2026-07-31T10:00Z to 2026-08-01T10:00Z: 0 of no cap',
      '2026-07-31T10:00Z to 2026-08-31T10:00Z: 0 of 50',
    ]);
    expect((await scenario.campaign(campaign)).status).toBe('ACTIVE');
    expect((await scenario.spend(campaign, '1')).entry.day).toBe('2026-08-01');
    await scenario.setClock('2026-08-01T10:00:00.000Z');
    expect((await scenario.closes(brand)).slice(3)).toEqual([
      'DAY 2026-08-01: 1 of no cap, closed 2026-08-01T10:00Z',
    ]);
  });

  test('to one that is behind, the current day and month run on to their ends there', async () => {
    const brand = await scenario.aBrand({ timeZone: 'Asia/Tokyo', dailyBudget: '10' });
    const campaign = await scenario.aCampaign(brand);
    await scenario.setClock('2026-07-31T15:30:00.000Z'); // 00:30 on the 1st of August
    await scenario.spend(campaign, '4');
    await scenario.updateBrand(brand, { timeZone: 'America/New_York' });
    expect(await periods(brand)).toEqual([
      '2026-07-31T15:00Z to 2026-08-02T04:00Z: 4 of 10',
      '2026-07-31T15:00Z to 2026-09-01T04:00Z: 4 of no cap',
    ]);
    // Midnight in New York, which ends a day there that was over in Tokyo.
    await scenario.setClock('2026-08-01T04:00:00.000Z');
    const { entry } = await scenario.spend(campaign, '6');
    expect(entry.day).toBe('2026-08-01');
    expect(await scenario.state(campaign)).toEqual([
      'PAUSED since 2026-08-01T04:00Z, next 2026-08-02T04:00Z',
      'BRAND_DAILY_BUDGET since 2026-08-01T04:00Z, clears 2026-08-02T04:00Z',
    ]);
    await scenario.setClock('2026-08-02T04:00:00.000Z');
    expect((await scenario.campaign(campaign)).status).toBe('ACTIVE');
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-07-31: 0 of 10, closed 2026-07-31T15:00Z',
      'MONTH 2026-07-01: 0 of no cap, closed 2026-07-31T15:00Z',
      'DAY 2026-08-01: 10 of 10, closed 2026-08-02T04:00Z',
    ]);
  });
});
