import { describe, expect, test } from '@jest/globals';
import { FindBrandDocument } from '../../generated/graphql.js';
import { systemCaller } from '../../../src/domain/access/caller.js';
import { FIRST_AGENCY_ID } from '../../../src/domain/access/first-agency.js';
import { tryImport } from '../../support/import-request.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { useTemporaryFolder } from '../../support/temporary-folder.js';
import { TestApp } from '../../support/test-app.js';

/** 12:00 in Vienna, on the last day but one of July. */
const clock = '2026-07-30T10:00:00.000Z';

describe('period closes', () => {
  const scenario = useScenario({ clock });

  const JULY_30 = 'DAY 2026-07-30: 10 of 50, closed 2026-07-30T22:00Z';
  const JULY_31 = 'DAY 2026-07-31: 20 of 50, closed 2026-07-31T22:00Z';
  const JULY = 'MONTH 2026-07-01: 30 of 90, closed 2026-07-31T22:00Z';

  /** A brand in Vienna that spends 10, and on the next day 20. */
  async function aBrandInVienna() {
    const caps = { dailyBudget: '50', monthlyBudget: '90' };
    const brand = await scenario.aBrand({ timeZone: 'Europe/Vienna', ...caps });
    const campaign = await scenario.aCampaign(brand);
    const { entry } = await scenario.spend(campaign, '10');
    await scenario.setClock('2026-07-31T10:00:00.000Z');
    await scenario.spend(campaign, '20');
    return { brand, campaign, entry };
  }

  describe('a period of a brand', () => {
    test('closes at its own local midnight, from the creation of the brand on', async () => {
      const brand = await scenario.aBrand({ timeZone: 'Europe/Vienna' });
      const other = await scenario.aBrand({ timeZone: 'America/New_York' });
      await scenario.setClock('2026-07-30T21:59:59.999Z');
      expect(await scenario.closes(brand)).toEqual([]);
      await scenario.setClock('2026-07-30T22:00:00.000Z');
      const first = ['DAY 2026-07-30: 0 of no cap, closed 2026-07-30T22:00Z'];
      expect(await scenario.closes(brand)).toEqual(first);
      expect(await scenario.closes(other)).toEqual([]);
      await scenario.setClock('2026-08-01T04:00:00.000Z');
      expect(await scenario.closes(other)).toEqual([
        'DAY 2026-07-30: 0 of no cap, closed 2026-07-31T04:00Z',
        'DAY 2026-07-31: 0 of no cap, closed 2026-08-01T04:00Z',
        'MONTH 2026-07-01: 0 of no cap, closed 2026-08-01T04:00Z',
      ]);
    });

    test('closes once, whatever runs how often, with the cap and the true spend of that moment', async () => {
      const { brand, campaign } = await aBrandInVienna();
      await scenario.resetBrandBudget('DAY', brand);
      await scenario.setClock('2026-08-01T10:00:00.000Z');
      for (const job of ['daily-reset', 'monthly-reset', 'budget-check', 'dayparting']) {
        await Promise.all([scenario.runJob(job), scenario.runJob(job)]);
      }
      await scenario.updateBrand(brand, { dailyBudget: '7', monthlyBudget: null });
      await scenario.spend(campaign, '1');
      await scenario.setClock('2026-08-01T10:00:00.000Z');
      expect(await scenario.closes(brand)).toEqual([JULY_30, JULY_31, JULY]);
    });

    test.each(['daily-reset', 'monthly-reset'])(
      'that was missed is closed by %s, in order',
      async (job) => {
        const { brand } = await aBrandInVienna();
        await scenario.stop();
        await scenario.start('2026-08-02T10:00:00.000Z');
        expect((await scenario.brand(brand)).today.periodStart).toBe('2026-08-01T22:00:00.000Z');
        await Promise.all([scenario.runJob(job), scenario.runJob(job)]);
        const late = 'closed 2026-08-02T10:00Z';
        const missed = [
          `DAY 2026-07-31: 20 of 50, ${late}`,
          `MONTH 2026-07-01: 30 of 90, ${late}`,
          `DAY 2026-08-01: 0 of 50, ${late}`,
        ];
        expect(await scenario.closes(brand)).toEqual([JULY_30, ...missed]);
        await scenario.runJob(job);
        await scenario.setClock('2026-08-02T22:00:00.000Z');
        expect(await scenario.closes(brand)).toEqual([
          JULY_30,
          ...missed,
          'DAY 2026-08-02: 0 of 50, closed 2026-08-02T22:00Z',
        ]);
      },
    );

    test('that is closed shows in restatedSpent what came in later', async () => {
      const { brand, campaign, entry } = await aBrandInVienna();
      await scenario.setClock('2026-08-01T10:00:00.000Z');
      await scenario.spend(campaign, '2.5', { occurredAt: '2026-07-31T21:59:59.999Z' });
      expect(await scenario.closes(brand)).toEqual([
        JULY_30,
        `${JULY_31}, restated 22.5`,
        `${JULY}, restated 32.5`,
      ]);
      await scenario.refund(entry, '4');
      expect(await scenario.closes(brand)).toEqual([
        `${JULY_30}, restated 6`,
        `${JULY_31}, restated 22.5`,
        `${JULY}, restated 28.5`,
      ]);
    });

    test('before its creation is never closed, though spend of that time counts in its month', async () => {
      const brand = await scenario.aBrand({ timeZone: 'Europe/Vienna' });
      const campaign = await scenario.aCampaign(brand);
      await scenario.spend(campaign, '1', { occurredAt: '2026-07-29T10:00:00Z' });
      await scenario.spend(campaign, '2', { occurredAt: '2026-06-29T10:00:00Z' });
      await scenario.setClock('2026-08-01T10:00:00.000Z');
      await scenario.runJob('daily-reset');
      expect(await scenario.closes(brand)).toEqual([
        'DAY 2026-07-30: 0 of no cap, closed 2026-07-30T22:00Z',
        'DAY 2026-07-31: 0 of no cap, closed 2026-07-31T22:00Z',
        'MONTH 2026-07-01: 1 of no cap, closed 2026-07-31T22:00Z',
      ]);
    });
  });
});

describe('a period of imported history', () => {
  const program = new TestApp();
  const files = useTemporaryFolder();
  const scenario = useScenario({ clock }, program);

  test('is not closed, either', async () => {
    const brand = await scenario.aBrand({ externalId: 'acme', timeZone: 'Europe/Vienna' });
    const rows = [
      'acme,2018-01-01,1',
      'acme,2026-07-29,2',
      'acme,2026-07-30,4',
      'new,2018-01-01,8',
    ];
    const file = files.write('spend.csv', ['brand,date,amount', ...rows].join('\n'));
    const { kernel } = program.app;
    const { report } = await tryImport(
      { kernel, caller: systemCaller(FIRST_AGENCY_ID, 'import') },
      file,
    );
    expect(report).toMatchObject({ outcome: 'IMPORTED', entriesRecorded: 4, brandsMade: 1 });
    await scenario.setClock('2026-07-31T22:00:00.000Z');
    await scenario.runJob('daily-reset');
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-07-30: 4 of no cap, closed 2026-07-30T22:00Z',
      'DAY 2026-07-31: 0 of no cap, closed 2026-07-31T22:00Z',
      'MONTH 2026-07-01: 6 of no cap, closed 2026-07-31T22:00Z',
    ]);
    const { brand: made } = await scenario.run(FindBrandDocument, { externalId: 'new' });
    expect(await scenario.closes({ id: made?.id ?? '' })).toEqual([
      'DAY 2026-07-30: 0 of no cap, closed 2026-07-31T00:00Z',
    ]);
  });
});
