import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';
import { usageLine } from '../../support/scenario/texts.js';

describe('resets', () => {
  const scenario = useScenario({ clock: '2026-07-15T12:00:00.000Z', lasts: 'THE_FILE' });

  const CAPS = { dailyBudget: '100', monthlyBudget: '100' };

  /** A brand with two campaigns; all caps are 100, each of the campaigns spent 50. */
  async function aFamily() {
    const brand = await scenario.aBrand(CAPS);
    const one = await scenario.aCampaign(brand, CAPS);
    const two = await scenario.aCampaign(brand, CAPS);
    await scenario.spend(one, '50');
    await scenario.spend(two, '50');
    /** What counts today and this month, of the brand and of either campaign; true spend if it differs. */
    const counted = async () => {
      const owners = [
        await scenario.brand(brand),
        await scenario.campaign(one),
        await scenario.campaign(two),
      ];
      return owners.map(({ today, thisMonth }) => `${short(today)} | ${short(thisMonth)}`);
    };
    return { brand, one, two, counted };
  }

  /** Without the bounds of the period. */
  function short(usage: Parameters<typeof usageLine>[0]): string {
    return usageLine(usage).replace(/^.*?: /, '');
  }

  const ALL = '50 of 100 | 50 of 100';
  const BRAND = '100 of 100 | 100 of 100';

  describe('a reset', () => {
    test("of a campaign's day is of nobody else's, and not of its month", async () => {
      const { one, two, counted } = await aFamily();
      expect(await counted()).toEqual([BRAND, ALL, ALL]);
      const [after] = await scenario.resetBudgets('DAY', one);
      expect(after).toMatchObject({ status: 'PAUSED', version: 1 });
      expect(await counted()).toEqual([BRAND, '0 of 100, true 50 | 50 of 100', ALL]);
      await scenario.resetBudgets('MONTH', two);
      expect(await counted()).toEqual([
        BRAND,
        '0 of 100, true 50 | 50 of 100',
        '50 of 100 | 0 of 100, true 50',
      ]);
    });

    test("of a brand's month is not of its campaigns', and not of its day", async () => {
      const { brand, one, counted } = await aFamily();
      const after = await scenario.resetBrandBudget('MONTH', brand);
      expect(after.version).toBe(1);
      expect(await counted()).toEqual(['100 of 100 | 0 of 100, true 100', ALL, ALL]);
      const blocked = await scenario.campaign(one);
      expect(blocked.blockers.map(({ code }) => code)).toEqual(['BRAND_DAILY_BUDGET']);
      await scenario.resetBrandBudget('DAY', brand);
      expect(await counted()).toEqual(['0 of 100, true 100 | 0 of 100, true 100', ALL, ALL]);
      expect((await scenario.campaign(one)).status).toBe('ACTIVE');
    });

    test('sets aside all that was spent so far, each time anew', async () => {
      const { one } = await aFamily();
      const day = async () => short((await scenario.campaign(one)).today);
      await scenario.resetBudgets('DAY', one);
      await scenario.spend(one, '30');
      expect(await day()).toBe('30 of 100, true 80');
      await scenario.resetBudgets('DAY', one);
      expect(await day()).toBe('0 of 100, true 80');
      await scenario.resetBudgets('DAY', one);
      expect(await day()).toBe('0 of 100, true 80');
      await scenario.spend(one, '1');
      expect(await day()).toBe('1 of 100, true 81');
    });
  });

  describe('a refund after a reset', () => {
    test('leaves aside no more than what was truly spent, and nothing below zero', async () => {
      const brand = await scenario.aBrand();
      const campaign = await scenario.aCampaign(brand, CAPS);
      const owners = async () => {
        const found = [await scenario.campaign(campaign), await scenario.brand(brand)];
        return found.map(({ today }) => short(today));
      };
      const { entry: first } = await scenario.spend(campaign, '60');
      await scenario.resetBudgets('DAY', campaign);
      await scenario.resetBrandBudget('DAY', brand);
      const { entry: second } = await scenario.spend(campaign, '30');
      expect(await owners()).toEqual(['30 of 100, true 90', '30 of no cap, true 90']);
      // 70 are left, of which 60 are aside.
      await scenario.refund(first, '20');
      expect(await owners()).toEqual(['10 of 100, true 70', '10 of no cap, true 70']);
      // 40 are left: no more than these can be aside.
      await scenario.refund(second, '30');
      expect(await owners()).toEqual(['0 of 100, true 40', '0 of no cap, true 40']);
      await scenario.spend(campaign, '5');
      expect(await owners()).toEqual(['5 of 100, true 45', '5 of no cap, true 45']);
      await scenario.resetBudgets('DAY', campaign);
      await scenario.refund(first, '40');
      expect(await owners()).toEqual(['0 of 100, true 5', '0 of no cap, true 5']);
      await scenario.spend(campaign, '100');
      expect(await owners()).toEqual(['100 of 100, true 105', '100 of no cap, true 105']);
      expect((await scenario.campaign(campaign)).status).toBe('PAUSED');
    });
  });

  test('what was set aside stays in its period, and a close says what was truly spent', async () => {
    const { brand, one, two, counted } = await aFamily();
    await scenario.resetBudgets('DAY', one, two);
    await scenario.resetBrandBudget('DAY', brand);
    await scenario.setClock('2026-07-16T12:00:00.000Z');
    expect(await counted()).toEqual([
      '0 of 100 | 100 of 100',
      '0 of 100 | 50 of 100',
      '0 of 100 | 50 of 100',
    ]);
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-07-15: 100 of 100, closed 2026-07-16T00:00Z',
    ]);
    await scenario.spend(one, '10');
    expect((await counted())[1]).toBe('10 of 100 | 60 of 100');
  });
});
