import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../src/domain/access/caller.js';
import { codesOf } from '../../../src/domain/campaign/transition.js';
import { DAYS_OF_WEEK } from '../../../src/domain/schedule/window.js';
import type { Kernel } from '../../../src/services/kernel.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import { updateCampaign } from '../../../src/services/campaigns/update-campaign.js';
import { verifyCounters } from '../../../src/services/ledger/verify-counters.js';
import { recordSpend } from '../../../src/services/spend/record-spend.js';
import { recordSpendBatch } from '../../../src/services/spend/record-spend-batch.js';
import { accepted } from '../../support/accepted.js';
import { asFeed } from '../../support/callers.js';
import { units } from '../../support/facts.js';
import { freshProcess } from '../../support/fresh-process.js';
import { brandPatch, campaignPatch, spendRequest } from '../../support/requests.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

/** Spends of people are read for, since they are audited; those of feeds are decided by what is known. */
const SPENDERS = [
  ['a person', (caller: Caller) => caller],
  ['a feed', asFeed],
] as const;

/** A process that has met no trouble yet, in which everything is recorded unless it is said otherwise. */
let here: Kernel;

beforeEach(() => {
  here = freshProcess(world.kernel);
});

describe.each(SPENDERS)('what a process knows of a campaign, when %s spends', (_, spenderOf) => {
  async function spendIn(kernel: Kernel, campaignId: string, amount: string) {
    const request = spendRequest({ campaignId, amount });
    return accepted(await recordSpend(kernel, spenderOf(world.caller), request));
  }

  async function aKnownCampaign(details: object = {}) {
    const { brand } = await world.aBrand();
    const request = { brandId: brand.id, dailyBudget: '100', ...details };
    const { campaign } = await world.aCampaign(request);
    // Twice: now its brand, itself and its counters are known.
    await spendIn(here, campaign.id, '1');
    await spendIn(here, campaign.id, '1');
    return { brandId: brand.id, id: campaign.id };
  }

  test('is not what another process has made of its counters', async () => {
    const { id } = await aKnownCampaign();
    const other = freshProcess(world.kernel);
    await spendIn(other, id, '97.999999');
    const { campaign } = await spendIn(here, id, '0.000001');
    expect(campaign.totals.day.trueSpentMicros).toBe(units(100));
    expect(codesOf(campaign.campaign.state)).toEqual(['DAILY_BUDGET']);
  });

  test('is not what another process has decided about it', async () => {
    const { id } = await aKnownCampaign();
    const other = freshProcess(world.kernel);
    await spendIn(other, id, '1');
    await spendIn(other, id, '0.1');
    await updateCampaign(here, world.caller, campaignPatch({ id, dailyBudget: '3.5' }));
    const { campaign } = await spendIn(other, id, '0.4');
    expect(codesOf(campaign.campaign.state)).toEqual(['DAILY_BUDGET']);
  });

  test('is not what another process has decided about its brand', async () => {
    const { id, brandId } = await aKnownCampaign();
    const other = freshProcess(world.kernel);
    await spendIn(other, id, '1');
    await spendIn(other, id, '0.1');
    await updateBrand(here, world.caller, brandPatch({ id: brandId, dailyBudget: '3.5' }));
    const { campaign } = await spendIn(other, id, '0.4');
    expect(codesOf(campaign.campaign.state)).toEqual(['BRAND_DAILY_BUDGET']);
  });

  test('says no more that it runs where another process has paused it', async () => {
    const { id } = await aKnownCampaign();
    await pauseCampaigns(freshProcess(world.kernel), world.caller, [id]);
    const { entry, campaign } = await spendIn(here, id, '1');
    expect([entry.whileBlocked, campaign.campaign.state.status]).toEqual([true, 'PAUSED']);
  });

  test('holds for a duplicate that another process recorded: it is answered with the first row', async () => {
    const { id } = await aKnownCampaign();
    const request = spendRequest({ campaignId: id, amount: '5' });
    const record = async (kernel: Kernel) =>
      accepted(await recordSpend(kernel, spenderOf(world.caller), request));
    const first = await record(freshProcess(world.kernel));
    const again = await record(here);
    expect(again).toMatchObject({ duplicate: true, entry: { id: first.entry.id } });
    expect(again.campaign.totals.day.trueSpentMicros).toBe(units(7));
  });

  test('ends with the day, and a schedule that closes meanwhile closes', async () => {
    const windows = [{ days: DAYS_OF_WEEK, startMinute: 6 * 60, endMinute: 18 * 60 }];
    const { id } = await aKnownCampaign({ windows });
    world.at('2026-07-15T18:30:00Z');
    const closed = await spendIn(here, id, '1');
    expect([closed.entry.whileBlocked, closed.campaign.campaign.state.status]).toEqual([
      true,
      'INACTIVE',
    ]);
    world.at('2026-07-16T07:00:00Z');
    const { entry, campaign } = await spendIn(here, id, '4');
    expect([entry.day, entry.whileBlocked]).toEqual(['2026-07-16', false]);
    expect(campaign.totals.day.trueSpentMicros).toBe(units(4));
    expect(campaign.totals.month.trueSpentMicros).toBe(units(7));
  });

  test('is exact however the spends of two processes alternate', async () => {
    const { id, brandId } = await aKnownCampaign({ dailyBudget: null });
    const kernels = [here, freshProcess(world.kernel)];
    await Promise.all(
      Array.from({ length: 60 }, (_1, n) => spendIn(kernels[n % 2] ?? here, id, '0.01')),
    );
    expect((await world.campaignNow(id)).totals.day.trueSpentMicros).toBe(units(2) + 600_000n);
    expect((await world.brandNow(brandId)).totals.day.trueSpentMicros).toBe(units(2) + 600_000n);
  });

  test('is exact however many batches of one process name the same campaign', async () => {
    const { id } = await aKnownCampaign({ dailyBudget: null });
    const batch = Array.from({ length: 5 }, () => ({ campaignId: id, amount: '0.01' }));
    await Promise.all(
      Array.from({ length: 20 }, () =>
        recordSpendBatch(here, spenderOf(world.caller), batch.map(spendRequest)),
      ),
    );
    expect((await world.campaignNow(id)).totals.day.trueSpentMicros).toBe(units(3));
    expect((await verifyCounters(here)).differences).toBe(0);
  });

  test('is of no use to a spend that is refused, and one that stops it is decided by what is read', async () => {
    const { id } = await aKnownCampaign();
    const request = spendRequest({ campaignId: id, amount: '1', currency: 'XXX' });
    const refused = await recordSpend(here, spenderOf(world.caller), request);
    expect(refused.ok).toBe(false);
    const { campaign } = await spendIn(here, id, '98');
    expect(codesOf(campaign.campaign.state)).toEqual(['DAILY_BUDGET']);
    const turns = (await world.changesOf(id)).map(({ turn }) => turn);
    expect(turns).toEqual(['ACTIVE -> PAUSED']);
  });
});

describe('a spend of a campaign that is known', () => {
  async function spendOf(spender: Caller, campaignId: string, kernel = here) {
    const request = spendRequest({ campaignId, amount: '0.01' });
    accepted(await recordSpend(kernel, spender, request));
  }

  test.each([
    // Locks, what has changed, and the write; and two for the audit log.
    ['a person', (caller: Caller) => caller, 3 + 2],
    // Locks, and the write.
    ['a feed', asFeed, 2],
  ])('of %s costs few statements', async (_, spenderOf, count) => {
    const { brand } = await world.aBrand();
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    const spender = spenderOf(world.caller);
    await spendOf(spender, campaign.id);
    await spendOf(spender, campaign.id);
    const statements = await world.statementsOf(() => spendOf(spender, campaign.id));
    expect(statements).toHaveLength(count);
  });

  test('is read for as long as what is known has lately been wrong, and then no longer', async () => {
    const { brand } = await world.aBrand();
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    const feed = asFeed(world.caller);
    for (let i = 0; i < 2; i += 1) await spendOf(feed, campaign.id);
    await spendOf(feed, campaign.id, world.kernel);
    const counts: number[] = [];
    for (let i = 0; i < 110; i += 1) {
      const statements = await world.statementsOf(() => spendOf(feed, campaign.id));
      counts.push(statements.length);
    }
    expect(counts.slice(1, 100).every((count) => count === 3)).toBe(true);
    expect(counts.at(-1)).toBe(2);
  });
});
