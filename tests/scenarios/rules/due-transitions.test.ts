import { beforeAll, describe, expect, test } from '@jest/globals';
import { formatInstant } from '../../../src/domain/time/instant.js';
import {
  BrandCampaignsDocument,
  type CampaignFilter,
  ListCampaignsDocument,
  ReadOverviewDocument,
  RecordSpendBatchDocument,
} from '../../generated/graphql.js';
import { instant } from '../../support/instants.js';
import { type Station, useInstallation } from '../../support/scenario/installation.js';
import { Player } from '../../support/scenario/player.js';
import { usePrograms } from '../../support/scenario/program.js';
import type { Identified } from '../../support/scenario/reader.js';

/** What is due between the two is not done by whoever moved the clock. */
const MADE = '2026-07-15T12:00:00Z';
const NOW = '2026-07-15T13:00:00Z';
const FLIGHT = { startsAt: '2026-07-15T12:10:00Z', endsAt: '2026-07-15T12:20:00Z' };

interface Family {
  readonly brand: Identified;
  readonly campaign: Identified;
  readonly entry: Identified;
}

describe('every write first applies what is due, at its own instant', () => {
  const installation = useInstallation();
  let station: Station;

  const WRITES: Record<string, (family: Family) => Promise<unknown>> = {
    'a pause': ({ campaign }) => station.pause(campaign),
    'an activation that changes nothing': ({ campaign }) => station.activate(campaign),
    'an edit': ({ campaign }) => station.updateCampaign(campaign, { name: 'Other' }),
    'a schedule': ({ campaign }) => station.setWindows(campaign, []),
    'a spend': ({ campaign }) => station.spend(campaign, '1'),
    'a refund': ({ entry }) => station.refund(entry, '1'),
    'a reset': ({ campaign }) => station.resetBudgets('DAY', campaign),
    "an edit of the brand's name": ({ brand }) => station.updateBrand(brand, { name: 'Other' }),
    "an edit of the brand's cap": ({ brand }) => station.updateBrand(brand, { dailyBudget: '9' }),
    'a reset of the brand': ({ brand }) => station.resetBrandBudget('MONTH', brand),
    'a new campaign beside it': ({ brand }) => station.aCampaign(brand),
    'a batch of spends': ({ campaign }) =>
      station.run(RecordSpendBatchDocument, {
        entries: [{ campaignId: campaign.id, amount: '1', eventId: 'of a batch' }],
      }),
  };
  const families = new Map<string, Family>();

  beforeAll(async () => {
    station = await installation.start({ TEST_CLOCK: MADE });
    for (const write of Object.keys(WRITES)) {
      const brand = await station.aBrand();
      const campaign = await station.aCampaign(brand, FLIGHT);
      const { entry } = await station.spend(campaign, '5');
      families.set(write, { brand, campaign, entry });
    }
    await installation.leap(NOW);
  });

  test.each(Object.entries(WRITES))('%s', async (name, write) => {
    const family = families.get(name);
    if (!family) throw new Error('each write has a family');
    await write(family);
    expect((await station.history(family.campaign)).slice(0, 2)).toEqual([
      'INACTIVE NOT_STARTED -> ACTIVE, SCHEDULE by nobody at 2026-07-15T12:10Z',
      'ACTIVE -> INACTIVE ENDED, SCHEDULE by nobody at 2026-07-15T12:20Z',
    ]);
  });
});

describe('what is read where something is due', () => {
  const installation = useInstallation();
  let station: Station;
  const brand = { id: '' };
  const campaign = { id: '' };

  async function listed(filter: CampaignFilter) {
    const { campaigns } = await station.run(ListCampaignsDocument, { filter });
    return campaigns.nodes.map(({ id, status }) => [id, status]);
  }

  beforeAll(async () => {
    station = await installation.start({ TEST_CLOCK: MADE });
    brand.id = (await station.aBrand()).id;
    campaign.id = (await station.aCampaign(brand, { dailyBudget: '10' })).id;
    await station.spend(campaign, '10');
    await installation.leap('2026-07-16T06:00:00Z');
  });

  test('is evaluated then, in single objects and in pages', async () => {
    const state = ['ACTIVE since 2026-07-16T00:00Z, next never'];
    expect(await station.state(campaign)).toEqual(state);
    expect(await listed({})).toEqual([[campaign.id, 'ACTIVE']]);
    const { brand: read } = await station.run(BrandCampaignsDocument, { id: brand.id });
    expect(read?.campaigns.nodes[0]).toMatchObject({ status: 'ACTIVE', blockers: [] });
    expect(read?.campaigns.nodes[0]?.today.spent.amount).toBe('0');
  });

  test('is what is stored, in filters and counts', async () => {
    expect(await listed({ status: ['ACTIVE'] })).toEqual([]);
    expect(await listed({ status: ['PAUSED'] })).toEqual([[campaign.id, 'ACTIVE']]);
    expect(await listed({ blocker: ['DAILY_BUDGET'] })).toHaveLength(1);
    const { overview } = await station.run(ReadOverviewDocument, {});
    expect(overview).toMatchObject({
      counts: [{ status: 'PAUSED', blocker: 'DAILY_BUDGET', count: 1 }],
      at: '2026-07-16T06:00:00.000Z',
    });
  });

  test('is not written by reading it, but by the next who writes', async () => {
    expect(await station.history(campaign)).toHaveLength(1);
    await station.runJob('dayparting');
    expect(await station.history(campaign)).toHaveLength(2);
    expect(await listed({ status: ['ACTIVE'] })).toEqual([[campaign.id, 'ACTIVE']]);
  });
});

describe('while a worker runs', () => {
  const installation = useInstallation();
  const startProgram = usePrograms();

  test('what is stored is at most 2 s old', async () => {
    const { url } = await startProgram({ DATABASE_URL: installation.url });
    const station = new Player(() => url);
    const brand = await station.aBrand();
    const begins = instant(brand.createdAt) + 2_000;
    await station.aCampaign(brand, { startsAt: formatInstant(begins) });
    for (;;) {
      const { overview } = await station.run(ReadOverviewDocument, { brandId: brand.id });
      if (overview.counts[0]?.status === 'ACTIVE') break;
      expect(overview.counts).toEqual([{ status: 'INACTIVE', blocker: 'NOT_STARTED', count: 1 }]);
      expect(instant(overview.at)).toBeLessThanOrEqual(begins + 2_000);
    }
  });
});
