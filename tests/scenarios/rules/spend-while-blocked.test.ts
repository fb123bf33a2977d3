import { describe, expect, test } from '@jest/globals';
import {
  type CampaignPartsFragment,
  RecordSpendBatchDocument,
  type RecordSpendInput,
} from '../../generated/graphql.js';
import { systemCaller } from '../../../src/domain/access/caller.js';
import { FIRST_AGENCY_ID } from '../../../src/domain/access/first-agency.js';
import { tryImport } from '../../support/import-request.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { useTemporaryFolder } from '../../support/temporary-folder.js';
import { TestApp } from '../../support/test-app.js';

// A Wednesday.
const clock = '2026-07-15T12:00:00.000Z';

describe('spend while blocked', () => {
  const scenario = useScenario({ clock, lasts: 'THE_FILE' });

  const NIGHT = [{ days: ['WEDNESDAY' as const], start: '22:00', end: '23:00' }];

  /** A campaign in each state in which none runs, by the blocker that decides. */
  const BLOCKED: Record<string, () => Promise<CampaignPartsFragment>> = {
    ARCHIVED: async () => {
      const campaign = await aCampaign();
      return scenario.updateCampaign(campaign, { desiredStatus: 'ARCHIVED' });
    },
    "ARCHIVED, as the brand's": async () => {
      const campaign = await aCampaign();
      await scenario.updateBrand(campaign.brand, { status: 'ARCHIVED' });
      return campaign;
    },
    MANUAL_PAUSE: () => aCampaign({ desiredStatus: 'PAUSED' }),
    BRAND_PAUSED: async () => {
      const campaign = await aCampaign();
      await scenario.updateBrand(campaign.brand, { status: 'PAUSED' });
      return campaign;
    },
    ENDED: () => aCampaign({ endsAt: '2026-07-15T11:00:00Z' }),
    NOT_STARTED: () => aCampaign({ startsAt: '2027-07-15T11:00:00Z' }),
    DAILY_BUDGET: async () => {
      const campaign = await aCampaign({ dailyBudget: '1' });
      await scenario.spend(campaign, '1');
      return campaign;
    },
    BRAND_MONTHLY_BUDGET: async () => {
      const campaign = await aCampaign();
      await scenario.updateBrand(campaign.brand, { monthlyBudget: '1' });
      await scenario.spend(campaign, '1');
      return campaign;
    },
    OUTSIDE_SCHEDULE: () => aCampaign({ windows: NIGHT }),
  };

  type Details = Parameters<typeof scenario.aCampaign>[1];

  async function aCampaign(details: Details = {}): Promise<CampaignPartsFragment> {
    return scenario.aCampaign(await scenario.aBrand(), details);
  }

  describe('spend of a campaign that is blocked', () => {
    test.each(Object.entries(BLOCKED))('by %s is recorded and counted', async (code, make) => {
      const { id } = await make();
      const before = await scenario.campaign({ id });
      expect(before.blockers[0]?.code).toBe(code.split(',')[0]);
      const { entry, campaign: after } = await scenario.spend({ id }, '5');
      expect(entry).toMatchObject({ whileBlocked: true, amount: { amount: '5' } });
      const total = ({ today }: CampaignPartsFragment): number => Number(today.trueSpent.amount);
      expect(total(after) - total(before)).toBe(5);
      expect(after.status).toBe(before.status);
    });
  });

  /** Whether spends of a campaign at these instants were made while it was blocked. */
  async function wereBlocked(
    { id: campaignId }: { readonly id: string },
    instants: readonly string[],
  ): Promise<readonly boolean[]> {
    const found = [];
    for (const occurredAt of instants) {
      found.push(
        (await scenario.spend({ id: campaignId }, '1', { occurredAt })).entry.whileBlocked,
      );
    }
    return found;
  }

  describe('whileBlocked', () => {
    test('is what the history gives at the instant of the spend', async () => {
      const campaign = await aCampaign({ windows: [] });
      await scenario.setClock('2026-07-15T13:00:00.000Z');
      await scenario.pause(campaign);
      await scenario.setClock('2026-07-15T14:00:00.000Z');
      await scenario.activate(campaign);
      await scenario.setClock('2026-07-15T14:30:00.000Z');
      await scenario.pause(campaign);
      await scenario.setClock('2026-07-15T15:00:00.000Z');
      const instants = {
        'long before it was made': '2026-07-01T00:00:00.000Z',
        'just before it was made': '2026-07-15T11:59:59.999Z',
        'when it was made': '2026-07-15T12:00:00.000Z',
        'just before it was paused': '2026-07-15T12:59:59.999Z',
        'when it was paused': '2026-07-15T13:00:00.000Z',
        'just before it ran again': '2026-07-15T13:59:59.999Z',
        'when it ran again': '2026-07-15T14:00:00.000Z',
        'just before it was paused again': '2026-07-15T14:29:59.999Z',
        'when it was paused again': '2026-07-15T14:30:00.000Z',
        now: '2026-07-15T15:00:00.000Z',
        'in five minutes': '2026-07-15T15:05:00.000Z',
      };
      const found = await wereBlocked(campaign, Object.values(instants));
      const blocked = Object.keys(instants).filter((_, i) => found[i]);
      expect(blocked).toEqual([
        'when it was paused',
        'just before it ran again',
        'when it was paused again',
        'now',
        'in five minutes',
      ]);
    });

    test('is false before the creation also of what was never ACTIVE', async () => {
      const campaign = await aCampaign({ desiredStatus: 'PAUSED' });
      const { createdAt } = campaign;
      await scenario.setClock('2026-07-15T16:00:00.000Z');
      const early = '2026-07-15T14:59:59.999Z';
      expect(createdAt).toBe('2026-07-15T15:00:00.000Z');
      expect(await wereBlocked(campaign, [early, createdAt, '2026-07-15T15:30:00.000Z'])).toEqual([
        false,
        true,
        true,
      ]);
      await scenario.activate(campaign);
      expect(await wereBlocked(campaign, [early, createdAt, '2026-07-15T15:30:00.000Z'])).toEqual([
        false,
        true,
        true,
      ]);
      expect((await scenario.spend(campaign, '1')).entry.whileBlocked).toBe(false);
    });

    test('is by status: a window that time opened counts as running', async () => {
      const campaign = await aCampaign({ windows: NIGHT });
      await scenario.setClock('2026-07-15T23:30:00.000Z');
      expect(
        await wereBlocked(campaign, [
          '2026-07-15T21:59:59.999Z',
          '2026-07-15T22:00:00.000Z',
          '2026-07-15T22:59:59.999Z',
          '2026-07-15T23:00:00.000Z',
        ]),
      ).toEqual([true, false, false, true]);
    });

    test('is as it was before the transaction of the spend', async () => {
      const campaign = await aCampaign({ dailyBudget: '10' });
      const item = (eventId: string): RecordSpendInput => {
        return { campaignId: campaign.id, amount: '10', eventId };
      };
      const entries = ['reaches the cap', 'passes it', 'passes it further'].map(item);
      await scenario.run(RecordSpendBatchDocument, { entries });
      const { entry, campaign: after } = await scenario.spend(campaign, '10');
      expect(after.status).toBe('PAUSED');
      const { data } = await scenario.send<{ spendEntries: { nodes: unknown[] } }>(
        `query ($id: ID) {
        spendEntries(filter: { campaignId: $id }) { nodes { id whileBlocked } }
      }`,
        { id: campaign.id },
      );
      const flags = data?.spendEntries.nodes;
      expect(flags).toMatchObject([
        { id: entry.id, whileBlocked: true },
        ...entries.map(() => ({ whileBlocked: false })),
      ]);
    });

    test('is false for refunds', async () => {
      const campaign = await aCampaign({ desiredStatus: 'PAUSED' });
      const { entry } = await scenario.spend(campaign, '10');
      const { entry: refund } = await scenario.refund(entry, '1');
      expect([entry.whileBlocked, refund.whileBlocked]).toEqual([true, false]);
    });

    test('knows what time did while nothing ran', async () => {
      const windows = [{ days: ['FRIDAY' as const], start: '14:00', end: '15:00' }];
      const campaign = await aCampaign({ windows });
      await scenario.stop();
      await scenario.start('2026-07-17T16:00:00.000Z');
      expect(
        await wereBlocked(campaign, [
          '2026-07-17T14:30:00.000Z',
          '2026-07-17T13:59:59.999Z',
          '2026-07-17T14:00:00.000Z',
          '2026-07-17T15:00:00.000Z',
        ]),
      ).toEqual([false, true, false, true]);
    });
  });
});

describe('imported spend', () => {
  const program = new TestApp();
  const files = useTemporaryFolder();
  const scenario = useScenario({ clock }, program);

  test('was never blocked, whatever the campaign did', async () => {
    const brand = await scenario.aBrand({ externalId: 'acme' });
    const details = { externalId: 'paused', desiredStatus: 'PAUSED' } as const;
    const campaign = await scenario.aCampaign(brand, details);
    await scenario.setClock('2026-07-17T12:00:00.000Z');
    const occurredAt = '2026-07-17T00:00:00.000Z';
    const { entry } = await scenario.spend(campaign, '1', { occurredAt });
    expect(entry.whileBlocked).toBe(true);
    const file = files.write('spend.csv', 'brand,campaign,date,amount\nacme,paused,2026-07-17,2\n');
    const { kernel } = program.app;
    const { report } = await tryImport(
      { kernel, caller: systemCaller(FIRST_AGENCY_ID, 'import') },
      file,
    );
    expect(report).toMatchObject({ outcome: 'IMPORTED', entriesRecorded: 1 });
    const [imported] = await scenario.entries({ campaignId: campaign.id });
    expect(imported).toMatchObject({ source: 'import', occurredAt, whileBlocked: false });
  });
});
