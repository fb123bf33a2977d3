import { beforeEach, describe, expect, test } from '@jest/globals';
import { FIRST_AGENCY_ID } from '../../../src/domain/access/first-agency.js';
import { DAYS_OF_WEEK } from '../../../src/domain/schedule/window.js';
import { ensureAgency } from '../../../src/services/agencies/ensure-agency.js';
import { createBrand } from '../../../src/services/brands/create-brand.js';
import { createCampaign } from '../../../src/services/campaigns/create-campaign.js';
import { simulateSpend } from '../../../src/services/simulation/simulate-spend.js';
import { runJob } from '../../../src/services/jobs/run-job.js';
import { accepted } from '../../support/accepted.js';
import { useProcesses } from '../../support/processes.js';
import { brandRequest, campaignRequest } from '../../support/requests.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const aProcess = useProcesses(world);
const CAMPAIGNS = 8;

let brandId: string;

beforeEach(async () => {
  brandId = (await world.aBrand()).brand.id;
});

async function campaigns(): Promise<void> {
  for (let i = 0; i < CAMPAIGNS; i += 1) await world.aCampaign({ brandId, dailyBudget: '100' });
}

function simulate(seed = 'test') {
  return simulateSpend(world.kernel, world.caller, { seed });
}

async function ledger(): Promise<readonly string[]> {
  const rows = await world.rows<{ entry: string }>(
    `select campaign_id || ' ' || amount_micros || ' ' || event_id || ' ' || source as entry
     from spend_entry where brand_id = $1 order by event_id`,
    [brandId],
  );
  return rows.map(({ entry }) => entry);
}

describe('simulated spend', () => {
  test('goes the way of all spend, once for each campaign and minute', async () => {
    await campaigns();
    const first = await simulate();
    expect(first).toMatchObject({ running: CAMPAIGNS, duplicates: 0, rejected: 0 });
    expect(first.recorded).toBeGreaterThan(0);
    world.at('2026-07-15T12:00:59.999Z');
    expect(await simulate()).toMatchObject({ recorded: 0, duplicates: first.recorded });
    expect(await ledger()).toHaveLength(first.recorded);
    world.at('2026-07-15T12:01:00.000Z');
    expect((await simulate()).recorded).toBeGreaterThan(0);
  });

  test('leaves alone what is not ACTIVE', async () => {
    await world.aCampaign({ brandId, desiredStatus: 'PAUSED' });
    await world.aCampaign({ brandId, endsAt: Date.parse('2026-07-01T00:00:00.000Z') });
    expect(await simulate()).toEqual({ running: 0, recorded: 0, duplicates: 0, rejected: 0 });
  });

  test('exhausts some budgets in the hours of a day, and leaves those campaigns alone', async () => {
    const windows = [{ days: DAYS_OF_WEEK, startMinute: 720, endMinute: 750 }];
    for (let i = 0; i < CAMPAIGNS; i += 1) {
      await world.aCampaign({ brandId, dailyBudget: '100', windows });
    }
    for (let minute = 0; minute < 30; minute += 1) {
      world.at(`2026-07-15T12:${String(minute).padStart(2, '0')}:00.000Z`);
      await simulate();
    }
    const [row] = await world.rows<{ exhausted: number; blocked: number }>(
      `select count(*) filter (where status = 'PAUSED')::int as exhausted,
         (select count(*)::int from spend_entry where brand_id = $1 and while_blocked) as blocked
       from campaign where brand_id = $1`,
      [brandId],
    );
    expect(row?.exhausted).toBeGreaterThan(0);
    expect(row?.blocked).toBe(0);
  });

  test('is done in the demo agency by the job, where it is asked for', async () => {
    await ensureAgency(world.kernel, { ownerEmail: 'owner@paceline.test' });
    const caller = { ...world.caller, agencyId: FIRST_AGENCY_ID };
    const { brand } = accepted(await createBrand(world.kernel, caller, brandRequest()));
    for (let i = 0; i < CAMPAIGNS; i += 1) {
      const request = campaignRequest({ brandId: brand.id });
      accepted(await createCampaign(world.kernel, caller, request));
    }
    const { kernel } = await aProcess();
    const report = accepted(await runJob(kernel, caller, 'spend-simulation'));
    expect(report).toMatchObject({ enabled: false, lastError: null });
    const spent = await world.rows('select 1 from spend_entry where brand_id = $1', [brand.id]);
    expect(spent.length).toBeGreaterThan(0);
  });
});
