import type { Instant } from '../../domain/time/instant.js';

/** A recurring job, when it runs, and how its last run went; instants are null until it has run. */
export interface JobReport {
  readonly name: string;
  /** Its cron expression or interval, with its zone. */
  readonly schedule: string;
  /** Whether it runs by itself here. */
  readonly enabled: boolean;
  readonly lastStartedAt: Instant | null;
  readonly lastFinishedAt: Instant | null;
  readonly lastDurationMs: number | null;
  readonly nextRunAt: Instant | null;
  readonly failureCount: number;
  /** Why the last run failed; null if it succeeded. */
  readonly lastError: string | null;
}
