import { describe, expect, test } from '@jest/globals';
import { systemClock } from '../../../src/platform/clock.js';
import { createCampaign } from '../../../src/services/campaigns/create-campaign.js';
import { accepted } from '../../support/accepted.js';
import { type Process, useProcesses } from '../../support/processes.js';
import { brandRequest, campaignRequest } from '../../support/requests.js';
import { until } from '../../support/until.js';
import { useWorld } from '../../support/world.js';
import { createBrand } from '../../../src/services/brands/create-brand.js';

const world = useWorld();
const aProcess = useProcesses(world);

const SOON_MS = 700;
const PUNCTUAL_MS = 2_000;

/** A campaign whose flight ends in a moment of real time. */
async function anEndingCampaign({ kernel }: Process): Promise<{ id: string; endsAt: number }> {
  const { brand } = accepted(await createBrand(kernel, world.caller, brandRequest()));
  const endsAt = systemClock.now() + SOON_MS;
  const request = campaignRequest({ brandId: brand.id, endsAt });
  const { campaign } = accepted(await createCampaign(kernel, world.caller, request));
  return { id: campaign.id, endsAt };
}

async function hasEnded(id: string): Promise<boolean> {
  const [change] = await world.changesOf(id);
  return change !== undefined;
}

async function terminateConnections(): Promise<void> {
  await world.rowsAsOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
}

describe('the transition timer', () => {
  test('makes a transition at its instant, and says so', async () => {
    let announced = Promise.withResolvers<number>();
    const announce = (): void => {
      announced.resolve(systemClock.now());
    };
    const worker = await aProcess({ clock: systemClock, announce });
    await worker.jobs.start();
    const { id, endsAt } = await anEndingCampaign(worker);
    announced = Promise.withResolvers<number>();
    const noticedAt = await announced.promise;
    expect(noticedAt).toBeGreaterThanOrEqual(endsAt);
    expect(noticedAt - endsAt).toBeLessThan(PUNCTUAL_MS);
    expect(await world.changesOf(id)).toMatchObject([
      { turn: 'ACTIVE -> INACTIVE', cause: 'SCHEDULE', at: endsAt },
    ]);
  });

  test('notices what another process made due earlier than what it waits for', async () => {
    const worker = await aProcess({ clock: systemClock });
    await worker.jobs.start();
    const api = await aProcess({ clock: systemClock, jobs: { isWorker: false } });
    const { id, endsAt } = await anEndingCampaign(api);
    await until(() => hasEnded(id));
    expect(systemClock.now() - endsAt).toBeLessThan(PUNCTUAL_MS);
  });

  test('goes on when the database comes back', async () => {
    const worker = await aProcess({ clock: systemClock, logLevel: 'silent' });
    await worker.jobs.start();
    await terminateConnections();
    const { id, endsAt } = await anEndingCampaign(await aProcess({ clock: systemClock }));
    await terminateConnections();
    await until(() => hasEnded(id).catch(() => false));
    expect(systemClock.now() - endsAt).toBeLessThan(5_000);
  });

  test('leaves what falls due after its end to others', async () => {
    const worker = await aProcess({ clock: systemClock });
    await worker.jobs.start();
    await worker.jobs.stop();
    const { id, endsAt } = await anEndingCampaign(worker);
    const other = await aProcess({ clock: { now: () => systemClock.now() + 60_000 } });
    await other.jobs.start();
    expect(await world.changesOf(id)).toMatchObject([{ at: endsAt }]);
  });
});

describe('a worker that starts', () => {
  test('has done everything that was due when it has started', async () => {
    const { brand } = await world.aBrand();
    const worker = await aProcess({ clock: systemClock });
    await worker.jobs.start();
    const [row] = await world.rows<{ closes: number; late: boolean }>(
      `select count(*)::int as closes, (select day_ends_at <= now() from brand where id = $1) as late
       from period_close where brand_id = $1`,
      [brand.id],
    );
    expect(row?.closes).toBeGreaterThan(0);
    expect(row?.late).toBe(false);
  });
});
