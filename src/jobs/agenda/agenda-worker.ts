import { Agenda, type AgendaBackend, type Job } from 'agenda';
import { systemClock } from '../../platform/clock.js';
import type { Logger } from '../../platform/logger.js';
import type { JobDefinition } from '../kit/job-definition.js';
import { settlesWithin } from '../kit/wait.js';
import { enterSchedules, nextRunAfter } from './agenda-schedule.js';
import type { JobStore } from './job-store.js';
import { Watchdog } from './watchdog.js';

/** How fast a worker notices things, in milliseconds. */
export interface WorkerPace {
  /** How often the store is asked for jobs: they start at their times, or so much later. */
  readonly processEveryMs: number;
  /** After so long without a sign of life another worker takes a job over. */
  readonly lockLifetimeMs: number;
  readonly watchEveryMs: number;
}

/** A killed worker's job is found within lockLifetime + watchEvery + processEvery: 65 s. */
export const WORKER_PACE: WorkerPace = {
  processEveryMs: 5_000,
  lockLifetimeMs: 55_000,
  watchEveryMs: 5_000,
};

export interface WorkerSettings {
  readonly store: JobStore;
  readonly definitions: readonly JobDefinition[];
  /** Runs a job to its end. */
  readonly run: (definition: JobDefinition) => Promise<void>;
  /** Unique to this process: by it the locks that it holds are known. */
  readonly workerName: string;
  readonly log: Logger;
  readonly pace: WorkerPace;
}

const TOUCHES_PER_LIFETIME = 4;
const CLOCK_TOLERANCE_MS = 60_000;
const PATIENCE_MS = 90_000;
const DRAIN_MS = 3_000;
const STOP_MS = 3_500;
const UNLOCK_MS = 1_000;

/** Agenda on an open store, running the jobs by themselves. */
export class AgendaWorker {
  private readonly stopping = new AbortController();
  private readonly agenda: Agenda;

  /** Throws RangeError for a schedule that cannot be read. */
  constructor(private readonly settings: WorkerSettings) {
    const { store, definitions, workerName, log, pace } = settings;
    this.agenda = new Agenda({
      backend: backendOn(store),
      name: workerName,
      processEvery: pace.processEveryMs,
      defaultLockLifetime: pace.lockLifetimeMs,
      defaultConcurrency: 1,
    });
    this.agenda.on('error', (error) => {
      log.warn({ err: error }, 'Agenda met an error');
    });
    for (const definition of definitions) {
      nextRunAfter(this.agenda, definition, systemClock.now());
      this.agenda.define(definition.name, (job: Job) => this.runTouched(job, definition));
    }
  }

  /** Enters the schedules and lets the jobs run. Throws if the store cannot be reached. */
  async start(): Promise<void> {
    const { store, definitions } = this.settings;
    await enterSchedules(this.agenda, store, definitions);
    await this.agenda.start();
    void this.watchdog().run(this.stopping.signal);
  }

  /** Lets running jobs end, within bounds, and lets go of all locks. Never throws. */
  async stop(): Promise<void> {
    const { store, workerName, log } = this.settings;
    this.stopping.abort();
    const drained = this.agenda.drain({ timeout: DRAIN_MS, closeConnection: false });
    if (!(await settlesWithin(STOP_MS, drained))) log.warn('jobs were still running');
    // Draining leaves jobs locked that were to start in a moment: nobody else could start them.
    const unlocked = store.unlock(workerName).catch((error: unknown) => {
      log.warn({ err: error }, 'the jobs of this worker stay locked for a minute');
    });
    await settlesWithin(UNLOCK_MS, unlocked);
  }

  private watchdog(): Watchdog {
    const { store, definitions, log, pace } = this.settings;
    return new Watchdog({
      store,
      log,
      nextRuns: new Map(
        definitions.map((job) => [job.name, (at) => nextRunAfter(this.agenda, job, at)]),
      ),
      rules: {
        lockLifetimeMs: pace.lockLifetimeMs,
        toleranceMs: CLOCK_TOLERANCE_MS,
        patienceMs: PATIENCE_MS,
      },
      everyMs: pace.watchEveryMs,
    });
  }

  /** Runs a job and shows signs of life meanwhile, so that nobody takes it over. */
  private async runTouched(job: Job, definition: JobDefinition): Promise<void> {
    const { run, log, pace } = this.settings;
    let touching: Promise<void> = Promise.resolve();
    const touch = (): void => {
      touching = job.touch().catch((error: unknown) => {
        log.warn({ err: error, job: definition.name }, 'a running job could not keep its lock');
      });
    };
    const timer = setInterval(touch, pace.lockLifetimeMs / TOUCHES_PER_LIFETIME);
    try {
      await run(definition);
    } finally {
      clearInterval(timer);
      // A touch that came after the end of the run would lock the job again.
      await touching;
    }
  }
}

/** The store as Agenda sees it: already connected, and closed by its owner. */
function backendOn({ name, repository }: JobStore): AgendaBackend {
  return {
    name,
    repository,
    ownsConnection: false,
    connect: () => Promise.resolve(),
    disconnect: () => Promise.resolve(),
  };
}
