import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../../src/domain/errors.js';
import type { JobContext, JobDefinition } from '../../../src/jobs/kit/job-definition.js';
import { TestClock } from '../../../src/platform/test-clock.js';
import { listJobs } from '../../../src/services/jobs/list-jobs.js';
import { runJob } from '../../../src/services/jobs/run-job.js';
import { accepted, refusals } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { useProcesses } from '../../support/processes.js';
import { until } from '../../support/until.js';
import { START, useWorld } from '../../support/world.js';

const world = useWorld();
const aProcess = useProcesses(world);

function aJob(name: string, run: (context: JobContext) => Promise<void>): JobDefinition {
  const schedule = { everySeconds: 3_600 };
  return { name, schedule, description: 'For a test.', runs: 'ALWAYS', run };
}

async function waitingForLocks(): Promise<number> {
  const rows = await world.rowsAsOwner(
    `select 1 from pg_stat_activity where wait_event_type = 'Lock' and wait_event = 'advisory'
       and datname = current_database()`,
  );
  return rows.length;
}

describe('running a job by hand', () => {
  test('runs it to its end and answers with how it went', async () => {
    const { brand } = await world.aBrand();
    const { kernel } = await aProcess();
    world.at('2026-07-16T00:00:10.000Z');
    const report = accepted(await runJob(kernel, world.caller, 'daily-reset'));
    expect(report).toMatchObject({
      name: 'daily-reset',
      schedule: '0 0 * * * UTC',
      lastStartedAt: instant('2026-07-16T00:00:10.000Z'),
      lastFinishedAt: instant('2026-07-16T00:00:10.000Z'),
      failureCount: 0,
      lastError: null,
    });
    expect(report.lastDurationMs).toBeGreaterThanOrEqual(0);
    const closes = await world.rows('select 1 from period_close where brand_id = $1', [brand.id]);
    expect(closes).toHaveLength(1);
  });

  test('refuses a job that there is not', async () => {
    const { kernel } = await aProcess();
    const outcome = await runJob(kernel, world.caller, 'no-such-job');
    expect(refusals(outcome)).toEqual(['name NOT_FOUND']);
  });

  test('answers with why it failed, and forgets that with the next success', async () => {
    let problem: Error | null = new InputError(['at'], 'The moon is in the way.');
    const job = aJob('lunar', () =>
      problem === null ? Promise.resolve() : Promise.reject(problem),
    );
    const { kernel } = await aProcess({ jobs: { definitions: [job] }, logLevel: 'silent' });
    expect(accepted(await runJob(kernel, world.caller, 'lunar'))).toMatchObject({
      failureCount: 1,
      lastError: 'The moon is in the way.',
    });
    problem = new TypeError('select secret from /etc/passwd');
    const second = accepted(await runJob(kernel, world.caller, 'lunar'));
    expect(second).toMatchObject({ failureCount: 2 });
    expect(second.lastError).not.toContain('secret');
    problem = null;
    const third = accepted(await runJob(kernel, world.caller, 'lunar'));
    expect(third).toMatchObject({ failureCount: 2, lastError: null });
  });

  test('lets the second of two calls wait and then run, also in another process', async () => {
    const ends: (() => void)[] = [];
    const log: string[] = [];
    const job = aJob('slow', async () => {
      log.push('begin');
      await new Promise<void>((resolve) => ends.push(resolve));
      log.push('end');
    });
    const definitions = [job];
    const a = await aProcess({ jobs: { definitions } });
    const b = await aProcess({ jobs: { definitions } });
    const runs = [a, a, b].map(({ kernel }) => runJob(kernel, world.caller, 'slow'));
    await until(async () => log.length > 0 && (await waitingForLocks()) === 2);
    expect(log).toEqual(['begin']);
    for (let i = 0; i < runs.length; i += 1) {
      await until(() => ends[i] !== undefined);
      ends[i]?.();
    }
    await Promise.all(runs);
    expect(log).toEqual(['begin', 'end', 'begin', 'end', 'begin', 'end']);
  });

  test('refuses for now when too many wait', async () => {
    let end = (): void => undefined;
    const held = new Promise<void>((resolve) => (end = resolve));
    const { kernel } = await aProcess({ jobs: { definitions: [aJob('busy', () => held)] } });
    const runs = Array.from({ length: 11 }, () => runJob(kernel, world.caller, 'busy'));
    await expect(runs[10]).rejects.toMatchObject({ name: 'UnavailableError' });
    end();
    await Promise.all(runs.slice(0, 10));
  });
});

describe('the list of jobs', () => {
  test('shows all of them, and which run by themselves here', async () => {
    const worker = await aProcess();
    const demo = await aProcess({ jobs: { demo: true } });
    const api = await aProcess({ jobs: { isWorker: false, demo: true } });
    const still = await aProcess({ testClock: new TestClock(instant(START)) });
    const enabled = async ({ kernel }: typeof worker) =>
      (await listJobs(kernel, world.caller)).map((job) => `${job.name} ${String(job.enabled)}`);
    expect(await enabled(worker)).toEqual([
      'budget-check true',
      'dayparting true',
      'daily-reset true',
      'monthly-reset true',
      'spend-simulation false',
    ]);
    expect(await enabled(demo)).toContain('spend-simulation true');
    expect((await enabled(api)).every((text) => text.endsWith('false'))).toBe(true);
    expect((await enabled(still)).every((text) => text.endsWith('false'))).toBe(true);
  });

  test('shows when each runs next, also where no job runs', async () => {
    const worker = await aProcess();
    await worker.jobs.start();
    const api = await aProcess({ jobs: { isWorker: false } });
    await api.jobs.start();
    const jobs = await listJobs(api.kernel, world.caller);
    const next = new Map(jobs.map((job) => [job.name, job.nextRunAt]));
    expect(new Date(next.get('daily-reset') ?? 0).toISOString()).toMatch(/T00:00:00.000Z$/);
    expect(new Date(next.get('monthly-reset') ?? 0).toISOString()).toMatch(/-01T00:00:00.000Z$/);
    expect(next.get('spend-simulation')).toBeNull();
  });
});
