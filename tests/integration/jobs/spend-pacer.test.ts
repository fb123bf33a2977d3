import { beforeEach, describe, expect, test } from '@jest/globals';
import { FIRST_AGENCY_ID } from '../../../src/domain/access/first-agency.js';
import { SpendPacer } from '../../../src/jobs/spend-pacer.js';
import { TestClock } from '../../../src/platform/test-clock.js';
import { ensureAgency } from '../../../src/services/agencies/ensure-agency.js';
import { createBrand } from '../../../src/services/brands/create-brand.js';
import { createCampaign } from '../../../src/services/campaigns/create-campaign.js';
import { accepted } from '../../support/accepted.js';
import { formatInstant as text } from '../../../src/domain/time/instant.js';
import { instant } from '../../support/instants.js';
import { type Process, useProcesses } from '../../support/processes.js';
import { brandRequest, campaignRequest } from '../../support/requests.js';
import { until } from '../../support/until.js';
import { START, useWorld } from '../../support/world.js';

const world = useWorld();
const aProcess = useProcesses(world);
const CAMPAIGNS = 8;
const SECOND_MS = 1_000;

let brandId: string;
let now: number;

/** Campaigns of the demo's agency that have run for a while. */
beforeEach(async () => {
  await ensureAgency(world.kernel, { ownerEmail: 'owner@paceline.test' });
  const caller = { ...world.caller, agencyId: FIRST_AGENCY_ID };
  world.at('2026-07-15T11:00:00Z');
  brandId = accepted(await createBrand(world.kernel, caller, brandRequest())).brand.id;
  for (let i = 0; i < CAMPAIGNS; i += 1) {
    const request = campaignRequest({ brandId, dailyBudget: '100' });
    accepted(await createCampaign(world.kernel, caller, request));
  }
  now = instant(START);
  world.at(START);
});

async function entries(): Promise<number> {
  const rows = await world.rows('select 1 from spend_entry where brand_id = $1', [brandId]);
  return rows.length;
}

/** A pacer for which a second passes, on the world's clock, each time that it rests; and how often it did. */
function aPacer({ kernel }: Process, rests = Infinity) {
  const rested: number[] = [];
  const pacer = new SpendPacer({
    kernel,
    seed: 'test',
    wait: async (ms, signal) => {
      rested.push(ms);
      now += SECOND_MS;
      world.at(text(now));
      const stopped = new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
      if (rested.length >= rests) await stopped;
    },
  });
  return { pacer, rested };
}

describe('the pacer', () => {
  test('lets the demo move nearly every second or two, and rests in between', async () => {
    const { pacer, rested } = aPacer(await aProcess(), 60);
    pacer.start();
    await until(() => rested.length === 60);
    expect(await entries()).toBeGreaterThan(CAMPAIGNS);
    await pacer.stop();
    expect(rested.every((ms) => ms > 0)).toBe(true);
  });

  test('stops in the middle, and nothing moves then', async () => {
    const { pacer, rested } = aPacer(await aProcess());
    pacer.start();
    await until(() => rested.length > 5);
    await pacer.stop();
    const [before, steps] = [await entries(), rested.length];
    world.at('2026-07-15T13:00:00Z');
    expect(await entries()).toBe(before);
    expect(rested).toHaveLength(steps);
  });

  test('of two processes, and one that starts again, record what one alone would', async () => {
    const alone = aPacer(await aProcess(), 30);
    alone.pacer.start();
    await until(() => alone.rested.length === 30);
    await alone.pacer.stop();
    const once = await entries();
    now = instant(START);
    world.at(START);
    const both = [aPacer(await aProcess(), 15), aPacer(await aProcess(), 15)];
    for (const { pacer } of both) pacer.start();
    await until(() => both.every(({ rested }) => rested.length === 15));
    for (const { pacer } of both) await pacer.stop();
    expect(await entries()).toBe(once);
  });
});

describe('where the demo is on', () => {
  test('it moves by itself, from the minute in which the worker starts', async () => {
    const worker = await aProcess({ jobs: { demo: true, seed: 'test' } });
    world.at('2026-07-15T12:00:59.999Z');
    await worker.jobs.start();
    await until(async () => (await entries()) > 0);
    await worker.jobs.stop();
  });

  test.each([
    ['a test clock', { testClock: new TestClock(instant(START)), jobs: { demo: true } }],
    ['no demo', { jobs: { demo: false } }],
    ['no worker', { jobs: { demo: true, isWorker: false } }],
  ])('nothing moves by itself with %s', async (_, details) => {
    world.at('2026-07-15T12:00:59.999Z');
    const { jobs } = await aProcess(details);
    await jobs.start();
    await jobs.stop();
    expect(await entries()).toBe(0);
  });
});
