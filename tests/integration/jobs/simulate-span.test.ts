import { beforeEach, describe, expect, test } from '@jest/globals';
import { simulatedSpend } from '../../../src/domain/simulation/simulated-spend.js';
import { runningCampaignsAfter } from '../../../src/persistence/queries/running-campaigns.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import { simulateSpan } from '../../../src/services/simulation/simulate-span.js';
import { simulateSpend } from '../../../src/services/simulation/simulate-spend.js';
import { formatInstant as text } from '../../../src/domain/time/instant.js';
import { instant } from '../../support/instants.js';
import { START, useWorld } from '../../support/world.js';

const world = useWorld();
const SEED = 'test';
const CAMPAIGNS = 8;
const MINUTE_MS = 60_000;
/** A quarter of a campaign's minutes are quiet, which ones its id decides: not so many in a row. */
const MINUTES_TO_MOVE = 20;
const start = instant(START);

let brandId: string;
let campaignIds: string[];

beforeEach(async () => {
  brandId = (await world.aBrand()).brand.id;
  campaignIds = [];
  world.at('2026-07-15T11:00:00Z');
  for (let i = 0; i < CAMPAIGNS; i += 1) {
    campaignIds.push((await world.aCampaign({ brandId, dailyBudget: '100' })).campaign.id);
  }
});

/** Lets what lies between two offsets from START happen at the second of them, in ms. */
async function span(fromMs: number, toMs: number, signal?: AbortSignal) {
  world.at(text(start + toMs));
  const request = { seed: SEED, from: start + fromMs, to: start + toMs };
  return simulateSpan(world.kernel, world.caller, signal ? { ...request, signal } : request);
}

async function spentByCampaign(): Promise<ReadonlyMap<string, bigint>> {
  const rows = await world.rows<{ id: string; spent: string }>(
    `select campaign_id as id, sum(amount_micros)::text as spent from spend_entry
     where brand_id = $1 group by 1`,
    [brandId],
  );
  return new Map(rows.map(({ id, spent }) => [id, BigInt(spent)]));
}

/** What each campaign would spend in the minute that begins at START. */
async function expected(): Promise<ReadonlyMap<string, bigint>> {
  const reach = world.kernel.database.within(world.caller);
  const page = { after: null, limit: CAMPAIGNS };
  const running = await runningCampaignsAfter(reach, world.caller.agencyId, page);
  return new Map(
    running.flatMap((one) => {
      const spent = simulatedSpend(one, start, SEED);
      return spent === null ? [] : [[one.campaign.id, spent] as const];
    }),
  );
}

describe('a minute, span by span', () => {
  test('moves in many steps and comes to what is spent in it', async () => {
    const wanted = await expected();
    let steps = 0;
    for (let ms = 0; ms < MINUTE_MS; ms += 2_000) {
      const { recorded } = await span(ms - 1, ms + 1_999);
      if (recorded > 0) steps += 1;
    }
    expect(steps).toBeGreaterThan(10);
    expect(await spentByCampaign()).toEqual(wanted);
  });

  test('records nothing twice: again, in two processes at once, or with the whole minute', async () => {
    const wanted = await expected();
    await Promise.all([span(-1, 30_000), span(-1, 30_000), span(-1, 20_000)]);
    const again = await span(-1, 30_000);
    expect(again).toMatchObject({ recorded: 0, rejected: 0 });
    const whole = await simulateSpend(world.kernel, world.caller, { seed: SEED });
    expect(whole.duplicates).toBe(again.duplicates);
    expect(await span(-1, 59_999)).toMatchObject({ recorded: 0, rejected: 0 });
    expect(await spentByCampaign()).toEqual(wanted);
  });

  test('goes on in the next minute, and leaves alone what does not run any more', async () => {
    await span(-1, 59_999);
    const before = await spentByCampaign();
    await pauseCampaigns(world.kernel, world.caller, campaignIds.slice(1));
    for (let minute = 1; minute <= MINUTES_TO_MOVE; minute += 1) {
      await span(minute * MINUTE_MS - 1, (minute + 1) * MINUTE_MS - 1);
    }
    const after = await spentByCampaign();
    const moved = campaignIds.filter((id) => after.get(id) !== before.get(id));
    expect(moved).toEqual(campaignIds.slice(0, 1));
  });

  test('is not made up for by a campaign that has just begun to run', async () => {
    await pauseCampaigns(world.kernel, world.caller, campaignIds);
    world.at(text(start + 59_000));
    const { campaign } = await world.aCampaign({ brandId, dailyBudget: '100' });
    const { running, recorded } = await span(-1, 59_000);
    expect([running, recorded, campaign.state.status]).toEqual([1, 0, 'ACTIVE']);
  });

  test('ends early where it is told to', async () => {
    expect(await span(-1, 59_999, AbortSignal.abort())).toMatchObject({ running: 0, recorded: 0 });
  });
});

describe('an exhausted campaign', () => {
  test('is given something back after a while, once, and runs again', async () => {
    await pauseCampaigns(world.kernel, world.caller, campaignIds);
    const { campaign } = await world.aCampaign({ brandId, dailyBudget: '3' });
    await world.aSpend(campaign.id, '2.5', { source: 'demo' });
    await world.aSpend(campaign.id, '1', { source: 'demo' });
    let refunded = 0;
    let minute = 0;
    while (refunded === 0 && minute < 60) {
      minute += 1;
      const at = minute * MINUTE_MS;
      const [one, other] = await Promise.all([
        span(at - 1, at + MINUTE_MS - 1),
        span(at - 1, at + MINUTE_MS - 1),
      ]);
      refunded = one.refunded + other.refunded;
    }
    expect(refunded).toBe(1);
    const turns = (await world.changesOf(campaign.id)).map(({ turn }) => turn);
    expect(turns).toEqual(['ACTIVE -> PAUSED', 'PAUSED -> ACTIVE']);
    const refunds = await world.rows<{ amount: string }>(
      `select amount_micros::text as amount from spend_entry where campaign_id = $1 and kind = 'REFUND'`,
      [campaign.id],
    );
    expect(refunds).toEqual([{ amount: '-510100' }]);
  });

  test('is left alone if somebody else spent, or more than its budget stops it', async () => {
    await pauseCampaigns(world.kernel, world.caller, campaignIds);
    const { campaign: foreign } = await world.aCampaign({ brandId, dailyBudget: '3' });
    const { campaign: paused } = await world.aCampaign({ brandId, dailyBudget: '3' });
    await world.aSpend(foreign.id, '3', { source: 'api' });
    await world.aSpend(paused.id, '3', { source: 'demo' });
    await pauseCampaigns(world.kernel, world.caller, [paused.id]);
    for (let minute = 1; minute < 30; minute += 1) {
      const { refunded } = await span(minute * MINUTE_MS, (minute + 1) * MINUTE_MS);
      expect(refunded).toBe(0);
    }
  });
});
