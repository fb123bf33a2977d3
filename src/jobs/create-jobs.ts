import { invariant } from '../domain/errors.js';
import type { Instant } from '../domain/time/instant.js';
import { applyDue } from '../services/budgets/apply-due.js';
import type { JobBoard } from '../services/jobs/job-board.js';
import type { Kernel } from '../services/kernel.js';
import { AgendaWorker, WORKER_PACE, type WorkerPace } from './agenda/agenda-worker.js';
import type { JobStore } from './agenda/job-store.js';
import { openPostgresStore } from './agenda/postgres-store.js';
import { createJobBoard } from './job-board.js';
import { JobRunner } from './job-runner.js';
import type { JobDefinition } from './kit/job-definition.js';
import { settlesWithin } from './kit/wait.js';
import { SCHEDULE } from './schedule.js';
import { SpendPacer } from './spend-pacer.js';
import { TransitionTimer } from './transition-timer.js';

/** All of the kernel that is made before the jobs. */
export type JobKernel = Omit<Kernel, 'jobs'>;

/** What the configuration says about jobs; what is absent has a default. */
export interface JobSettings {
  /** Whether jobs run by themselves in this process (unless the test clock is on). */
  readonly isWorker: boolean;
  /** Whether spend is simulated. */
  readonly demo: boolean;
  /** Agenda's store on MongoDB; null: the kernel's PostgreSQL. */
  readonly mongoUrl: string | null;
  /** What the simulated amounts follow from. */
  readonly seed?: string;
  readonly definitions?: readonly JobDefinition[];
  readonly pace?: WorkerPace;
}

/** The recurring jobs of one process. */
export interface Jobs {
  /** The jobs for services: there at once, whether they run here or not. */
  readonly board: JobBoard;
  /**
   * Does everything that is due and then lets the jobs run by themselves, where they do here. Until it
   * returns nothing should be served. Throws JobStoreError if MongoDB cannot be reached, and
   * UnavailableError without the database.
   */
  start(): Promise<void>;
  /** Ends what runs, within bounds. Never throws. */
  stop(): Promise<void>;
}

const DEFAULT_SEED = 'paceline';
const CLOSE_MS = 1_000;

/** Puts the jobs of a process together; nothing runs before `start`. */
export function createJobs(parts: JobKernel, settings: JobSettings): Jobs {
  return new ProcessJobs(parts, settings);
}

class ProcessJobs implements Jobs {
  readonly board: JobBoard;
  private readonly kernel: Kernel;
  private readonly definitions: readonly JobDefinition[];
  private readonly runner: JobRunner;
  private store: JobStore | null = null;
  private worker: AgendaWorker | null = null;
  private timer: TransitionTimer | null = null;
  private pacer: SpendPacer | null = null;

  constructor(
    parts: JobKernel,
    private readonly settings: JobSettings,
  ) {
    const lateBoard: JobBoard = {
      list: () => this.board.list(),
      run: (name) => this.board.run(name),
    };
    this.kernel = { ...parts, jobs: lateBoard };
    this.definitions = settings.definitions ?? SCHEDULE;
    this.runner = new JobRunner(this.kernel, this.seed);
    this.board = createJobBoard({
      kernel: parts,
      definitions: this.definitions,
      runner: this.runner,
      isEnabled: (definition) => this.runsHere && this.isScheduled(definition),
      readNextRuns: () => this.readNextRuns(),
    });
  }

  async start(): Promise<void> {
    try {
      await this.startAll();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.runner.stop();
    await Promise.all([this.timer?.stop(), this.pacer?.stop(), this.worker?.stop()]);
    const closed = this.store?.close().catch((error: unknown) => {
      this.kernel.log.warn({ err: error }, 'the store of the jobs could not be closed');
    });
    await settlesWithin(CLOSE_MS, Promise.resolve(closed));
  }

  private async startAll(): Promise<void> {
    const { kernel } = this;
    if (kernel.testClock === null) this.store = await this.openStore();
    if (this.runsHere || kernel.testClock) {
      const { brands, changes, closedDays, closedMonths } = await applyDue(kernel);
      kernel.log.info({ brands, changes, closedDays, closedMonths }, 'all that was due is done');
    }
    if (this.runsHere) await this.startWorker();
  }

  private get seed(): string {
    return this.settings.seed ?? DEFAULT_SEED;
  }

  /** Under the test clock only `setClock` moves things, and only people run jobs. */
  private get runsHere(): boolean {
    return this.settings.isWorker && this.kernel.testClock === null;
  }

  private isScheduled({ runs }: JobDefinition): boolean {
    return runs === 'ALWAYS' || this.settings.demo;
  }

  private async startWorker(): Promise<void> {
    const { kernel, store, settings } = this;
    invariant(store, 'the store is open before the worker starts');
    this.timer = new TransitionTimer(kernel);
    this.timer.start();
    const workerName = `paceline-${kernel.ids.next(kernel.clock.now())}`;
    this.worker = new AgendaWorker({
      store,
      definitions: this.definitions.filter((definition) => this.isScheduled(definition)),
      run: (definition) => this.runner.run(asScheduled(definition)),
      workerName,
      log: kernel.log,
      pace: settings.pace ?? WORKER_PACE,
    });
    await this.worker.start();
    if (settings.demo) {
      this.pacer = new SpendPacer({ kernel, seed: this.seed });
      this.pacer.start();
    }
    kernel.log.info({ store: store.name, worker: workerName }, 'the jobs run');
  }

  private async openStore(): Promise<JobStore> {
    const { kernel, settings } = this;
    const { log } = kernel;
    if (settings.mongoUrl !== null) {
      // Its driver takes long to load, and few have it.
      const { openMongoStore } = await import('./agenda/mongo-store.js');
      return openMongoStore({ url: settings.mongoUrl, log });
    }
    const { connectionString } = kernel.database.pool.options;
    invariant(connectionString, 'the pool was made with an address');
    return openPostgresStore({ url: connectionString, log });
  }

  /** What the store cannot say now is not known: the rest of the report is worth having. */
  private async readNextRuns(): Promise<ReadonlyMap<string, Instant>> {
    const reading = await this.store?.read().catch((error: unknown) => {
      this.kernel.log.warn({ err: error }, 'the store of the jobs could not be read');
      return null;
    });
    const scheduled = this.definitions.filter((definition) => this.isScheduled(definition));
    const names = new Set(scheduled.map(({ name }) => name));
    return new Map(
      reading?.jobs.flatMap(({ name, nextRunAt }) =>
        nextRunAt !== null && names.has(name) ? [[name, nextRunAt]] : [],
      ),
    );
  }
}

function asScheduled(definition: JobDefinition): JobDefinition {
  return { ...definition, run: definition.runScheduled ?? definition.run };
}
