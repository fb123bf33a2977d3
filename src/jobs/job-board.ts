import type { Instant } from '../domain/time/instant.js';
import type { JobBoard } from '../services/jobs/job-board.js';
import type { JobReport } from '../services/jobs/job-report.js';
import { type JobRun, readRuns } from '../services/jobs/read-runs.js';
import type { Kernel } from '../services/kernel.js';
import type { JobRunner } from './job-runner.js';
import type { JobDefinition } from './kit/job-definition.js';
import { formatSchedule } from './kit/job-schedule.js';

/** What a board shows. */
export interface BoardSettings {
  readonly kernel: Pick<Kernel, 'database'>;
  readonly definitions: readonly JobDefinition[];
  readonly runner: JobRunner;
  /** Whether a job runs by itself in this process. */
  readonly isEnabled: (definition: JobDefinition) => boolean;
  /** When each job runs next, by name, in whichever process. */
  readonly readNextRuns: () => Promise<ReadonlyMap<string, Instant>>;
}

/** The jobs as services see them. */
export function createJobBoard(settings: BoardSettings): JobBoard {
  const { definitions, runner } = settings;
  return {
    list: () => reportAll(settings),
    run: async (name) => {
      const definition = definitions.find((job) => job.name === name);
      if (definition === undefined) return null;
      await runner.run(definition);
      const reports = await reportAll(settings);
      return reports.find((report) => report.name === name) ?? null;
    },
  };
}

async function reportAll({
  kernel,
  definitions,
  isEnabled,
  readNextRuns,
}: BoardSettings): Promise<readonly JobReport[]> {
  const [runs, nextRuns] = await Promise.all([readRuns(kernel), readNextRuns()]);
  return definitions.map((definition) => ({
    name: definition.name,
    schedule: formatSchedule(definition.schedule),
    enabled: isEnabled(definition),
    ...historyOf(runs.get(definition.name)),
    nextRunAt: nextRuns.get(definition.name) ?? null,
  }));
}

function historyOf(run: JobRun | undefined): Omit<JobRun, 'name'> {
  return {
    lastStartedAt: run?.lastStartedAt ?? null,
    lastFinishedAt: run?.lastFinishedAt ?? null,
    lastDurationMs: run?.lastDurationMs ?? null,
    failureCount: run?.failureCount ?? 0,
    lastError: run?.lastError ?? null,
  };
}
