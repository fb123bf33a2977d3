import { describe, expect, test } from '@jest/globals';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import { activateCampaigns } from '../../../src/services/campaigns/activate-campaigns.js';
import type { BulkCampaignResult } from '../../../src/services/campaigns/campaign-requests.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import { updateCampaign } from '../../../src/services/campaigns/update-campaign.js';
import { accepted, refusals } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { brandPatch, campaignPatch } from '../../support/requests.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';

const pause = (ids: readonly string[]) => pauseCampaigns(world.kernel, world.caller, ids);
const activate = (ids: readonly string[]) => activateCampaigns(world.kernel, world.caller, ids);

/** `PAUSED MANUAL_PAUSE v2`, or `ids.0 NOT_FOUND`. */
function told(result: BulkCampaignResult): string {
  if (!result.ok)
    return result.errors.map(({ field, code }) => `${field.join('.')} ${code}`).join();
  const { state, version } = result.campaign.campaign;
  return [state.status, ...state.blockers.map(({ code }) => code), `v${version}`].join(' ');
}

async function someCampaigns(count: number, details: object = {}): Promise<readonly string[]> {
  const { brand } = await world.aBrand();
  const ids: string[] = [];
  while (ids.length < count) {
    ids.push((await world.aCampaign({ brandId: brand.id, ...details })).campaign.id);
  }
  return ids;
}

describe('pausing and activating campaigns', () => {
  test('changes each one, in whichever brand, and answers in the order of the ids', async () => {
    const [a = '', b = ''] = await someCampaigns(2);
    const [c = ''] = await someCampaigns(1);
    world.at('2026-07-15T13:00Z');
    const results = accepted(await pause([c, a, b]));
    expect(results.map(told)).toEqual(Array(3).fill('PAUSED MANUAL_PAUSE v2'));
    expect(results.map((result) => result.ok && result.campaign.campaign.id)).toEqual([c, a, b]);
    expect(results[1]).toEqual({ ok: true, campaign: await world.campaignNow(a) });
    expect(await world.changesOf(c)).toEqual([
      {
        turn: 'ACTIVE -> PAUSED',
        blockers: ['MANUAL_PAUSE'],
        cause: 'USER',
        by: 'Ada',
        at: instant('2026-07-15T13:00Z'),
      },
    ]);
    expect(accepted(await activate([a, b, c])).map(told)).toEqual(Array(3).fill('ACTIVE v3'));
    expect(world.announcements).toBe(2);
  });

  test('leaves those alone of which it is asked already', async () => {
    const [a = '', b = ''] = await someCampaigns(2);
    accepted(await pause([a]));
    const before = await world.campaignNow(a);
    world.at('2026-07-15T13:00Z');
    const results = accepted(await pause([a, b]));
    expect(results.map(told)).toEqual(Array(2).fill('PAUSED MANUAL_PAUSE v2'));
    expect((await world.campaignNow(a)).campaign).toEqual(before.campaign);
  });

  test('answers for each id: a repeated one is done once, a refused one affects no other', async () => {
    const [a = '', b = '', c = '', d = ''] = await someCampaigns(4);
    const archive = campaignPatch({ id: b, desiredStatus: 'ARCHIVED' });
    accepted(await updateCampaign(world.kernel, world.caller, archive));
    const results = accepted(await pause([a, UNKNOWN, b, a, c, UNKNOWN, d]));
    expect(results.map(told)).toEqual([
      'PAUSED MANUAL_PAUSE v2',
      'ids.1 NOT_FOUND',
      'ids.2 ARCHIVED',
      'PAUSED MANUAL_PAUSE v2',
      'PAUSED MANUAL_PAUSE v2',
      'ids.5 NOT_FOUND',
      'PAUSED MANUAL_PAUSE v2',
    ]);
    expect(results[3]).toEqual(results[0]);
    expect((await world.campaignNow(b)).campaign.desiredStatus).toBe('ARCHIVED');
  });

  test('refuses campaigns of an archived brand and of another agency, one by one', async () => {
    const [a = ''] = await someCampaigns(1);
    const { brand } = await world.campaignNow(a);
    const archive = brandPatch({ id: brand.id, status: 'ARCHIVED' });
    accepted(await updateBrand(world.kernel, world.caller, archive));
    expect(accepted(await activate([a])).map(told)).toEqual(['ids.0 ARCHIVED']);
    const theirs = await pauseCampaigns(world.kernel, await world.aStranger(), [a]);
    expect(accepted(theirs).map(told)).toEqual(['ids.0 NOT_FOUND']);
  });

  test('refuses no ids and more than 500 as a whole', async () => {
    expect(refusals(await pause([]))).toEqual(['ids REQUIRED']);
    expect(refusals(await activate(Array<string>(501).fill(UNKNOWN)))).toEqual(['ids TOO_MANY']);
    expect(accepted(await activate(Array<string>(500).fill(UNKNOWN)))).toHaveLength(500);
  });

  test('lets a cap and a closed window hold', async () => {
    const [a = ''] = await someCampaigns(1, { desiredStatus: 'PAUSED', dailyBudget: '1' });
    const windows = [{ days: ['MONDAY'], startMinute: 0, endMinute: 60 }];
    const [b = ''] = await someCampaigns(1, { desiredStatus: 'PAUSED', windows });
    await world.aSpend(a, '1');
    expect(accepted(await activate([a, b])).map(told)).toEqual([
      'PAUSED DAILY_BUDGET v2',
      'INACTIVE OUTSIDE_SCHEDULE v2',
    ]);
    expect(await world.changesOf(a)).toMatchObject([{ turn: 'PAUSED -> PAUSED', cause: 'USER' }]);
  });

  test('costs a number of statements that does not depend on the number of campaigns', async () => {
    const first = await someCampaigns(1);
    const one = await world.statementsOf(() => pause(first));
    const others = [
      await someCampaigns(30),
      await someCampaigns(30),
      await someCampaigns(30),
    ].flat();
    const many = await world.statementsOf(() => pause(others));
    expect(many.length).toBe(one.length);
    // Whose they are; lock; what is due, load, count; what is asked, all that follows from it; the audit log's two.
    expect(one.length).toBe(9);
  });

  test('never deadlocks with others that change the same brands in another order', async () => {
    const [a = '', b = '', c = ''] = [
      ...(await someCampaigns(1)),
      ...(await someCampaigns(1)),
      ...(await someCampaigns(1)),
    ];
    const orders = [
      [a, b, c],
      [c, b, a],
      [b, a, c],
      [c, a, b],
    ];
    const outcomes = await Promise.all(
      [...orders, ...orders].map((ids, i) => (i % 2 === 0 ? pause(ids) : activate(ids))),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const { campaign } = await world.campaignNow(a);
    const changes = await world.changesOf(a);
    expect(campaign.version).toBe(changes.length + 1);
  });
});
