import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { systemClock } from '../../platform/clock.js';
import type { Logger } from '../../platform/logger.js';
import { monotonicMs } from '../../platform/monotonic.js';
import { wait } from '../kit/wait.js';
import { findStalled, type StallRules } from './find-stalled.js';
import type { JobStore, StoredJob } from './job-store.js';

export interface WatchdogSettings {
  readonly store: JobStore;
  readonly log: Logger;
  /** The jobs that are watched, and when one that starts at an instant runs next. */
  readonly nextRuns: ReadonlyMap<string, (at: Instant) => Instant>;
  readonly rules: StallRules;
  readonly everyMs: number;
}

/** Sees to it that no job is left lying: what Agenda itself does not notice. */
export class Watchdog {
  private readonly seen = new Map<string, { readonly state: string; readonly sinceMs: number }>();

  constructor(private readonly settings: WatchdogSettings) {}

  /** Checks again and again until the signal is aborted. A check that fails is followed by the next. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.check().catch((error: unknown) => {
        this.settings.log.warn({ err: error }, 'the jobs could not be looked after');
      });
      await wait(this.settings.everyMs, signal);
    }
  }

  /** Looks at all jobs once and schedules those anew that would not run. */
  async check(): Promise<void> {
    const { store, log, nextRuns, rules } = this.settings;
    const { now, jobs } = await store.read();
    const watched = jobs.filter(({ name }) => nextRuns.has(name));
    const stalled = findStalled({ now, jobs: watched }, rules, {
      hostNow: systemClock.now(),
      nextRunAfter: ({ name }, at) => nextRuns.get(name)?.(at) ?? at,
      unchangedMs: (job) => this.unchangedMs(job),
    });
    for (const { job, reason, at } of stalled) {
      log.warn({ job: job.name, reason, next: formatInstant(at) }, 'a job was scheduled anew');
      await store.reschedule(job, at);
    }
  }

  private unchangedMs(job: StoredJob): number {
    const state = JSON.stringify(job);
    const known = this.seen.get(job.name);
    const nowMs = monotonicMs();
    if (known?.state === state) return nowMs - known.sinceMs;
    this.seen.set(job.name, { state, sinceMs: nowMs });
    return 0;
  }
}
