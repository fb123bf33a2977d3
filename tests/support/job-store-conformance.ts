import { afterEach, describe, expect, test } from '@jest/globals';
import type { JobParameters } from 'agenda';
import { AgendaWorker, type WorkerPace } from '../../src/jobs/agenda/agenda-worker.js';
import type { JobStore } from '../../src/jobs/agenda/job-store.js';
import type { JobDefinition } from '../../src/jobs/kit/job-definition.js';
import type { JobSchedule } from '../../src/jobs/kit/job-schedule.js';
import { createLogger } from '../../src/platform/logger.js';
import { FAST_PACE } from './processes.js';
import { until } from './until.js';

const HOURLY = { cron: '0 * * * *', zone: 'UTC' };
const HOUR_MS = 3_600_000;
const log = createLogger({ level: 'silent' });

let serial = 0;

/** A job under a name of its own that counts its runs. */
class CountedJob {
  runs = 0;
  readonly definition: JobDefinition;

  constructor(
    schedule: JobSchedule = HOURLY,
    readonly work: () => Promise<void> = () => Promise.resolve(),
  ) {
    const name = `counted-${process.pid}-${String(Date.now())}-${String((serial += 1))}`;
    const run = () => Promise.resolve();
    this.definition = { name, schedule, description: 'For a test.', runs: 'ALWAYS', run };
  }

  get name(): string {
    return this.definition.name;
  }
}

/** What every store of the jobs must do, told through workers on it. */
export function describeJobStore(open: () => Promise<JobStore>): void {
  const endings: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0).toReversed()) await end();
  });

  async function aStore(): Promise<JobStore> {
    const store = await open();
    endings.push(() => store.close());
    return store;
  }

  async function aWorker(
    jobs: readonly CountedJob[],
    pace: Partial<WorkerPace> = {},
  ): Promise<AgendaWorker> {
    const store = await aStore();
    const worker = new AgendaWorker({
      store,
      definitions: jobs.map(({ definition }) => definition),
      run: async ({ name }) => {
        const job = jobs.find((one) => one.name === name);
        if (job === undefined) return;
        job.runs += 1;
        await job.work();
      },
      workerName: `worker-${String((serial += 1))}`,
      log,
      pace: { ...FAST_PACE, ...pace },
    });
    endings.push(() => worker.stop());
    await worker.start();
    return worker;
  }

  /** The job is in the store, as if a worker had been here before. */
  async function anEntered(job: CountedJob, details: Partial<JobParameters> = {}): Promise<void> {
    const worker = await aWorker([job]);
    await worker.stop();
    const { repository } = await aStore();
    const [stored] = (await repository.queryJobs({ name: job.name })).jobs;
    if (stored === undefined) throw new Error('the job was not entered');
    await repository.saveJobState({ ...stored, ...details }, { lastModifiedBy: 'a dead worker' });
  }

  async function stored(store: JobStore, { name }: CountedJob) {
    const { jobs } = await store.read();
    const job = jobs.find((one) => one.name === name);
    if (job === undefined) throw new Error('no such job');
    return job;
  }

  const ago = (ms: number): Date => new Date(Date.now() - ms);

  describe('a worker', () => {
    test('runs a job by itself, again and again', async () => {
      const job = new CountedJob({ everySeconds: 1 });
      await aWorker([job]);
      await until(() => job.runs === 2);
    });

    test('refuses a schedule that is none, before anything starts', async () => {
      await expect(aWorker([new CountedJob({ cron: '61 * * * *', zone: 'UTC' })])).rejects.toThrow(
        RangeError,
      );
      await expect(
        aWorker([new CountedJob({ cron: '0 * * * *', zone: 'Nowhere' })]),
      ).rejects.toThrow(RangeError);
    });

    test('runs at once what became due while nobody ran', async () => {
      const job = new CountedJob();
      await anEntered(job, { nextRunAt: ago(HOUR_MS) });
      await aWorker([job]);
      await until(() => job.runs === 1);
    });

    test('leaves a schedule that is as it should be, and takes over a new one', async () => {
      const job = new CountedJob();
      const soon = new Date(Date.now() + 60_000);
      await anEntered(job, { nextRunAt: soon });
      const store = await aStore();
      await aWorker([job]);
      expect((await stored(store, job)).nextRunAt).toBe(soon.getTime());
      const changed = new CountedJob({ cron: '0 0 1 1 *', zone: 'UTC' });
      const definition = { ...changed.definition, name: job.name };
      await aWorker([Object.assign(changed, { definition })]);
      expect((await stored(store, job)).repeatInterval).toBe('0 0 1 1 *');
      expect((await stored(store, job)).nextRunAt).not.toBe(soon.getTime());
    });

    test('starts beside others that start for the first time too', async () => {
      const job = new CountedJob();
      await Promise.all([aWorker([job]), aWorker([job]), aWorker([job])]);
      const { repository } = await aStore();
      expect((await repository.queryJobs({ name: job.name })).total).toBe(1);
    });

    test('shares its jobs with others: each run is of one of them', async () => {
      const job = new CountedJob();
      await Promise.all([aWorker([job]), aWorker([job]), aWorker([job])]);
      const store = await aStore();
      for (let run = 1; run <= 10; run += 1) {
        await store.reschedule(await stored(store, job), Date.now());
        await until(async () => {
          const { lockedAt, nextRunAt } = await stored(store, job);
          return job.runs >= run && lockedAt === null && Number(nextRunAt) > Date.now();
        });
        expect(job.runs).toBe(run);
      }
    });

    test('keeps a job that runs for longer than a lock lives', async () => {
      let end = (): void => undefined;
      const held = new Promise<void>((resolve) => (end = resolve));
      const job = new CountedJob({ everySeconds: 3_600 }, () => held);
      const pace = { lockLifetimeMs: 400 };
      await Promise.all([aWorker([job], pace), aWorker([job], pace)]);
      await until(() => job.runs === 1);
      const store = await aStore();
      const since = Number((await stored(store, job)).lastRunAt);
      await until(async () => Number((await stored(store, job)).lockedAt) > since + 900);
      expect(job.runs).toBe(1);
      end();
      await until(async () => (await stored(store, job)).lockedAt === null);
    });

    test('lets go of what it had locked ahead when it stops', async () => {
      const job = new CountedJob();
      await anEntered(job, { nextRunAt: new Date(Date.now() + 2_000) });
      const store = await aStore();
      const worker = await aWorker([job], { processEveryMs: 3_000 });
      await until(async () => (await stored(store, job)).lockedAt !== null);
      await worker.stop();
      expect((await stored(store, job)).lockedAt).toBeNull();
    });
  });

  describe('what would be left lying', () => {
    test('is taken over when its worker died before it started it', async () => {
      const job = new CountedJob();
      await anEntered(job, { nextRunAt: ago(60_000), lockedAt: ago(2_000) });
      await aWorker([job]);
      await until(() => job.runs === 1);
    });

    test('is run again when its worker died while it ran', async () => {
      const job = new CountedJob();
      await anEntered(job, {
        nextRunAt: new Date(Date.now() + HOUR_MS),
        lockedAt: ago(2_000),
        lastRunAt: ago(3_000),
      });
      await aWorker([job]);
      await until(() => job.runs === 1);
    });

    test('is run when a clock has stepped back since it was scheduled', async () => {
      const job = new CountedJob({ everySeconds: 1 });
      await anEntered(job, { nextRunAt: new Date(Date.now() + HOUR_MS) });
      await aWorker([job]);
      await until(() => job.runs === 1);
    });

    test('is run when a clock has stepped back since it was locked', async () => {
      const job = new CountedJob();
      await anEntered(job, { nextRunAt: ago(60_000), lockedAt: new Date(Date.now() + HOUR_MS) });
      await aWorker([job]);
      await until(() => job.runs === 1);
    });

    test('is left to the worker that is at it', async () => {
      const held = new CountedJob();
      const free = new CountedJob({ everySeconds: 1 });
      await anEntered(held, {
        nextRunAt: ago(60_000),
        lockedAt: new Date(),
        lastRunAt: new Date(),
      });
      await aWorker([held, free], { lockLifetimeMs: 5_000 });
      await until(() => free.runs === 2);
      expect(held.runs).toBe(0);
    });
  });
}
