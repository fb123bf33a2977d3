import type { JobRepository } from 'agenda';
import type { Instant } from '../../domain/time/instant.js';

/** A recurring job as the store has it. */
export interface StoredJob {
  readonly name: string;
  readonly nextRunAt: Instant | null;
  readonly lockedAt: Instant | null;
  readonly lastRunAt: Instant | null;
  readonly lastFinishedAt: Instant | null;
  /** A cron expression or interval, as Agenda was told. */
  readonly repeatInterval: string | null;
  readonly repeatTimezone: string | null;
}

/** The recurring jobs at one moment, and what the store's own clock shows then. */
export interface StoreReading {
  readonly now: Instant;
  readonly jobs: readonly StoredJob[];
}

/** Where Agenda keeps its jobs: open, reachable, and with what Agenda itself cannot do. */
export interface JobStore {
  /** `PostgreSQL` or `MongoDB`. */
  readonly name: string;
  readonly repository: JobRepository;
  read(): Promise<StoreReading>;
  /** Lets a job start at an instant, whoever has locked it; nothing if it is not as it was read. */
  reschedule(job: StoredJob, at: Instant): Promise<void>;
  /** Lets go of every lock that a worker holds. */
  unlock(worker: string): Promise<void>;
  close(): Promise<void>;
}

/** The store cannot be used; the message names it and says why, without credentials. */
export class JobStoreError extends Error {
  override readonly name = 'JobStoreError';
}
