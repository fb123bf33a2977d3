import { describe, expect, test } from '@jest/globals';
import { SetClockDocument } from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';

describe('periods never go back', () => {
  const scenario = useScenario({ clock: '2026-07-31T23:00:00.000Z' });

  const AUGUST = {
    today: { periodStart: '2026-08-01T00:00:00.000Z', periodEnd: '2026-08-02T00:00:00.000Z' },
    thisMonth: { periodStart: '2026-08-01T00:00:00.000Z', periodEnd: '2026-09-01T00:00:00.000Z' },
  };

  /** A brand in UTC, an hour before August, and a campaign of it that spent its daily cap. */
  async function anExhaustedCampaign() {
    const brand = await scenario.aBrand();
    const campaign = await scenario.aCampaign(brand, { dailyBudget: '10' });
    await scenario.spend(campaign, '10');
    return { brand, campaign };
  }

  /** What a clock does that was ahead and is put right: the program is started again under it. */
  async function startEarlier(at: string): Promise<void> {
    await scenario.change(`update test_clock set now = '${at}'`);
    await scenario.stop();
    await scenario.start(at);
  }

  describe('the current period', () => {
    test('stays where a clock that was ahead is put back, and is closed once', async () => {
      const { brand, campaign } = await anExhaustedCampaign();
      await scenario.setClock('2026-08-01T00:30:00.000Z');
      await scenario.spend(campaign, '4');
      const closes = await scenario.closes(brand);
      expect(closes).toEqual([
        'DAY 2026-07-31: 10 of no cap, closed 2026-08-01T00:00Z',
        'MONTH 2026-07-01: 10 of no cap, closed 2026-08-01T00:00Z',
      ]);
      await startEarlier('2026-07-31T23:30:00.000Z');
      expect(await scenario.brand(brand)).toMatchObject(AUGUST);
      await scenario.runJob('daily-reset');
      await scenario.runJob('monthly-reset');
      await scenario.setClock('2026-08-01T12:00:00.000Z');
      expect(await scenario.brand(brand)).toMatchObject(AUGUST);
      expect(await scenario.closes(brand)).toEqual(closes);
      expect((await scenario.campaign(campaign)).today.spent.amount).toBe('4');
      await scenario.setClock('2026-08-02T00:00:00.000Z');
      expect((await scenario.closes(brand)).slice(2)).toEqual([
        'DAY 2026-08-01: 4 of no cap, closed 2026-08-02T00:00Z',
      ]);
    });

    test('stays where a brand moves to where it is yesterday', async () => {
      const { brand, campaign } = await anExhaustedCampaign();
      await scenario.updateBrand(brand, { timeZone: 'Asia/Tokyo' });
      await scenario.spend(campaign, '1');
      await scenario.updateBrand(brand, { timeZone: 'UTC' });
      const { today, thisMonth } = await scenario.brand(brand);
      expect([today.periodEnd, thisMonth.periodEnd]).toEqual([
        '2026-08-02T00:00:00.000Z',
        '2026-09-01T00:00:00.000Z',
      ]);
      expect((await scenario.campaign(campaign)).today.spent.amount).toBe('1');
      expect(await scenario.closes(brand)).toHaveLength(2);
    });
  });

  describe('the test clock', () => {
    test.each(['2026-07-31T22:59:59.999Z', '2020-01-01T00:00:00.000Z'])(
      'is not set back to %s',
      async (at) => {
        const brand = await scenario.aBrand();
        const { data, errors } = await scenario.send(String(SetClockDocument), { at });
        expect(data).toBeNull();
        expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
        expect((await scenario.aBrand()).createdAt).toBe(brand.createdAt);
      },
    );

    test('goes on from where it was kept, whatever earlier instant a start names', async () => {
      const { brand } = await anExhaustedCampaign();
      await scenario.setClock('2026-08-01T00:30:00.000Z');
      await scenario.stop();
      await scenario.start('2026-07-31T12:00:00.000Z');
      expect(await scenario.brand(brand)).toMatchObject(AUGUST);
      expect((await scenario.aBrand()).createdAt).toBe('2026-08-01T00:30:00.000Z');
    });
  });
});
