import type { Instant } from '../../domain/time/instant.js';
import type { StoredJob, StoreReading } from './job-store.js';

/** Why a job would not run although it should. */
export type StallReason =
  | 'its worker died' // it started, did not finish, and nobody holds it
  | 'it is locked in the future' // the lock would not expire in time
  | 'it is due too late' // a clock has stepped back since it was scheduled
  | 'nobody starts it'; // it is overdue, but not by the clock of this machine

/** A job that has to be scheduled anew. */
export interface StalledJob {
  readonly job: StoredJob;
  readonly reason: StallReason;
  readonly at: Instant;
}

export interface StallRules {
  readonly lockLifetimeMs: number;
  /** How far clocks of different machines may differ before that counts as a step. */
  readonly toleranceMs: number;
  /** How long a job may stay overdue and untouched: longer than any interval in the schedule. */
  readonly patienceMs: number;
}

/** What a worker knows beside what it has read. */
export interface StallFacts {
  /** What this machine's clock shows. */
  readonly hostNow: Instant;
  /** When a job that starts at an instant runs next. */
  readonly nextRunAfter: (job: StoredJob, at: Instant) => Instant;
  /** For how long, in real time, the job has been as it is now. */
  readonly unchangedMs: (job: StoredJob) => number;
}

/**
 * Finds the jobs that Agenda would leave lying, by the store's clock: Agenda compares only with the
 * clock of its machine, and drops a run whose worker died until the next one is due.
 */
export function findStalled(
  { now, jobs }: StoreReading,
  rules: StallRules,
  facts: StallFacts,
): readonly StalledJob[] {
  // Agenda starts a job when both clocks say that it is due.
  const soon = Math.min(now, facts.hostNow);
  return jobs.flatMap((job) => {
    const reason = stallOf(job, { now, rules, facts });
    if (reason === null) return [];
    const isTooLate = reason === 'it is due too late';
    const at = isTooLate ? facts.nextRunAfter(job, now) : Math.min(soon, job.nextRunAt ?? soon);
    return [{ job, reason, at }];
  });
}

function stallOf(
  job: StoredJob,
  { now, rules, facts }: { now: Instant; rules: StallRules; facts: StallFacts },
): StallReason | null {
  const { nextRunAt, lockedAt, lastRunAt, lastFinishedAt } = job;
  const { toleranceMs, lockLifetimeMs, patienceMs } = rules;
  if (lockedAt !== null && lockedAt > now + toleranceMs) return 'it is locked in the future';
  if (lockedAt !== null && lockedAt > now - lockLifetimeMs) return null;
  if (nextRunAt === null || nextRunAt > facts.nextRunAfter(job, now) + toleranceMs) {
    return 'it is due too late';
  }
  const isUnfinished = lastRunAt !== null && lastRunAt > (lastFinishedAt ?? -Infinity);
  if (isUnfinished && nextRunAt > now) return 'its worker died';
  const isOverdue = nextRunAt < now && facts.unchangedMs(job) > patienceMs;
  return isOverdue ? 'nobody starts it' : null;
}
