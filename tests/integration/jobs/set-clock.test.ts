import { beforeEach, describe, expect, test } from '@jest/globals';
import { InputError } from '../../../src/domain/errors.js';
import { DAYS_OF_WEEK } from '../../../src/domain/schedule/window.js';
import { formatInstant, type Instant } from '../../../src/domain/time/instant.js';
import { presentInstant } from '../../../src/persistence/present-instant.js';
import { moveTestClock } from '../../../src/persistence/queries/test-clock.js';
import { TestClock } from '../../../src/platform/test-clock.js';
import { createBrand } from '../../../src/services/brands/create-brand.js';
import { createCampaign } from '../../../src/services/campaigns/create-campaign.js';
import { setClock } from '../../../src/services/clock/set-clock.js';
import type { CreateBrandRequest } from '../../../src/services/brands/brand-requests.js';
import type { CreateCampaignRequest } from '../../../src/services/campaigns/campaign-requests.js';
import { recordSpend } from '../../../src/services/spend/record-spend.js';
import { accepted } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { type Process, useProcesses } from '../../support/processes.js';
import { brandRequest, campaignRequest, spendRequest } from '../../support/requests.js';
import { statementsOf } from '../../support/statements-of.js';
import { useWorld } from '../../support/world.js';

const START = '2026-03-28T12:00:00.000Z';
const DAY_MS = 86_400_000;

const world = useWorld();
const aProcess = useProcesses(world);
let process: Process;
let announcements = 0;

beforeEach(async () => {
  await world.rows('delete from test_clock');
  process = await aTestProcess();
  announcements = 0;
});

async function aTestProcess(): Promise<Process> {
  const at = await moveTestClock(world.kernel.database.everywhere, instant(START));
  const announce = (): void => void (announcements += 1);
  return aProcess({ testClock: new TestClock(at), announce });
}

async function aBrand(details: Partial<CreateBrandRequest> = {}): Promise<string> {
  const request = brandRequest(details);
  return accepted(await createBrand(process.kernel, world.caller, request)).brand.id;
}

async function aCampaign(
  details: Partial<CreateCampaignRequest> & { brandId: string },
): Promise<string> {
  const request = campaignRequest(details);
  return accepted(await createCampaign(process.kernel, world.caller, request)).campaign.id;
}

function set(text: string): Promise<Instant> {
  return setClock(process.kernel, world.caller, instant(text));
}

async function closesOf(brandId: string): Promise<readonly string[]> {
  const rows = await world.rows<{ period: string; date: string; closed_at: Instant }>(
    'select period, date, closed_at from period_close where brand_id = $1 order by id',
    [brandId],
  );
  return rows.map((row) => `${row.period} ${row.date} ${formatInstant(row.closed_at)}`);
}

describe('setting the test clock', () => {
  // First, while there is nothing yet that 400 days would have to be played for.
  test('refuses to go back, or further than 400 days', async () => {
    const far = instant(START) + 400 * DAY_MS;
    for (const at of [instant(START) - 1, far + 1]) {
      const refused = setClock(process.kernel, world.caller, at);
      await expect(refused).rejects.toBeInstanceOf(InputError);
      await expect(refused).rejects.toMatchObject({ field: ['at'] });
    }
    expect(await setClock(process.kernel, world.caller, far)).toBe(far);
  });

  test('does on the way what falls due, each at its own instant', async () => {
    const brandId = await aBrand({ timeZone: 'Europe/Vienna' });
    const id = await aCampaign({
      brandId,
      windows: [{ days: DAYS_OF_WEEK, startMinute: 540, endMinute: 1_020 }],
    });
    announcements = 0;
    expect(formatInstant(await set('2026-03-31T22:30:00.000Z'))).toBe('2026-03-31T22:30:00.000Z');
    expect(await closesOf(brandId)).toEqual([
      'DAY 2026-03-28 2026-03-28T23:00:00.000Z',
      'DAY 2026-03-29 2026-03-29T22:00:00.000Z',
      'DAY 2026-03-30 2026-03-30T22:00:00.000Z',
      'DAY 2026-03-31 2026-03-31T22:00:00.000Z',
      'MONTH 2026-03-01 2026-03-31T22:00:00.000Z',
    ]);
    const changes = await world.changesOf(id);
    expect(changes.map(({ turn, at }) => `${formatInstant(at)} ${turn}`)).toEqual([
      '2026-03-28T16:00:00.000Z ACTIVE -> INACTIVE',
      '2026-03-29T07:00:00.000Z INACTIVE -> ACTIVE',
      '2026-03-29T15:00:00.000Z ACTIVE -> INACTIVE',
      '2026-03-30T07:00:00.000Z INACTIVE -> ACTIVE',
      '2026-03-30T15:00:00.000Z ACTIVE -> INACTIVE',
      '2026-03-31T07:00:00.000Z INACTIVE -> ACTIVE',
      '2026-03-31T15:00:00.000Z ACTIVE -> INACTIVE',
    ]);
    expect(announcements).toBe(changes.length);
  });

  test('wakes what a new day lets run', async () => {
    const id = await aCampaign({ brandId: await aBrand(), dailyBudget: '10' });
    const request = spendRequest({ campaignId: id, amount: '10' });
    accepted(await recordSpend(process.kernel, world.caller, request));
    await set('2026-03-29T00:00:00.000Z');
    const changes = await world.changesOf(id);
    expect(changes.map(({ cause }) => cause)).toEqual(['SPEND', 'BUDGET_RESET']);
  });

  test('to where it stands does what is due there', async () => {
    const brandId = await aBrand();
    await moveTestClock(world.kernel.database.everywhere, instant('2026-03-29T10:00:00.000Z'));
    await set('2026-03-29T10:00:00.000Z');
    expect(await closesOf(brandId)).toEqual(['DAY 2026-03-28 2026-03-29T10:00:00.000Z']);
  });

  test('is seen by other processes', async () => {
    const other = await aTestProcess();
    await set('2026-03-30T00:00:00.000Z');
    expect(formatInstant(other.kernel.clock.now())).toBe(START);
    const now = await presentInstant(other.kernel, other.kernel.database.everywhere);
    expect(formatInstant(now)).toBe('2026-03-30T00:00:00.000Z');
    expect(other.kernel.clock.now()).toBe(now);
    const back = setClock(other.kernel, world.caller, instant('2026-03-29T00:00:00.000Z'));
    await expect(back).rejects.toBeInstanceOf(InputError);
  });

  test('is not put off by who asks for the time meanwhile', async () => {
    const brandId = await aBrand();
    let isMoving = true;
    const moved = set('2026-04-09T00:00:00.000Z').finally(() => (isMoving = false));
    const asking = Promise.all(
      Array.from({ length: 2 }, async () => {
        while (isMoving) await presentInstant(process.kernel, process.kernel.database.everywhere);
      }),
    );
    await Promise.all([moved, asking]);
    const closes = await closesOf(brandId);
    expect(closes.filter((close) => close.startsWith('DAY'))).toHaveLength(12);
  });

  test('by two processes at once moves it through each instant once', async () => {
    const brandId = await aBrand();
    const other = await aTestProcess();
    const ends = ['2026-03-30T06:00:00.000Z', '2026-03-31T06:00:00.000Z'].map(instant);
    const results = await Promise.allSettled([
      setClock(process.kernel, world.caller, ends[0] ?? 0),
      setClock(other.kernel, world.caller, ends[1] ?? 0),
    ]);
    expect(results[1].status).toBe('fulfilled');
    expect(await closesOf(brandId)).toEqual([
      'DAY 2026-03-28 2026-03-29T00:00:00.000Z',
      'DAY 2026-03-29 2026-03-30T00:00:00.000Z',
      'DAY 2026-03-30 2026-03-31T00:00:00.000Z',
    ]);
  });

  test('costs what falls due, not what there is', async () => {
    const brandId = await aBrand();
    const windows = [{ days: DAYS_OF_WEEK, startMinute: 540, endMinute: 1_020 }];
    const count = async (to: string): Promise<number> => {
      const statements = await statementsOf(process.kernel.database, () => set(to));
      return statements.length;
    };
    await aCampaign({ brandId, windows });
    const ofOne = await count('2026-03-29T12:00:00.000Z');
    for (let i = 0; i < 20; i += 1) await aCampaign({ brandId, windows });
    expect(await count('2026-03-30T12:00:00.000Z')).toBe(ofOne);
  });

  test('starts no job: only what is due is done', async () => {
    const brandId = await aBrand();
    await aCampaign({ brandId, dailyBudget: '10' });
    await process.jobs.start();
    await set('2026-04-02T00:00:00.000Z');
    const spent = await world.rows('select 1 from spend_entry where brand_id = $1', [brandId]);
    expect(spent).toEqual([]);
    expect(await world.rows('select 1 from job_run')).toEqual([]);
  });
});
