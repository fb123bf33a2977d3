import { type Agenda, Job } from 'agenda';
import { isTimeZone } from '../../domain/time/zone.js';
import type { Instant } from '../../domain/time/instant.js';
import type { JobDefinition } from '../kit/job-definition.js';
import type { JobSchedule } from '../kit/job-schedule.js';
import type { JobStore } from './job-store.js';

/** A job's schedule as Agenda takes it. */
interface Repetition {
  readonly repeatInterval: string;
  readonly options: { readonly timezone?: string };
}

function repetitionOf(schedule: JobSchedule): Repetition {
  return 'cron' in schedule
    ? { repeatInterval: schedule.cron, options: { timezone: schedule.zone } }
    : { repeatInterval: `${schedule.everySeconds} seconds`, options: {} };
}

/**
 * When a job that starts at an instant runs next. Throws for a schedule that Agenda cannot read:
 * Agenda itself would only never run the job.
 */
export function nextRunAfter(
  agenda: Agenda,
  { name, schedule }: Pick<JobDefinition, 'name' | 'schedule'>,
  at: Instant,
): Instant {
  const isKnownZone = !('cron' in schedule) || isTimeZone(schedule.zone);
  const next = isKnownZone ? nextByAgenda(agenda, schedule, at) : null;
  if (next === null || Number.isNaN(next.getTime())) {
    throw new RangeError(`The schedule of ${name} is none: ${JSON.stringify(schedule)}`);
  }
  return next.getTime();
}

function nextByAgenda(agenda: Agenda, schedule: JobSchedule, at: Instant): Date | null {
  const { repeatInterval, options } = repetitionOf(schedule);
  const job = new Job(agenda, {
    name: 'asked',
    type: 'single',
    priority: 0,
    data: {},
    nextRunAt: null,
    lastRunAt: new Date(at),
  });
  return job.repeatEvery(repeatInterval, options).attrs.nextRunAt;
}

/**
 * Enters the jobs into the store where they are not, or their schedules have changed. A job that is
 * there as it should be stays untouched: entered again, it would lose a run that is overdue.
 */
export async function enterSchedules(
  agenda: Agenda,
  store: JobStore,
  definitions: readonly JobDefinition[],
): Promise<void> {
  const { jobs } = await store.read();
  const stored = new Map(jobs.map((job) => [job.name, job]));
  for (const { name, schedule } of definitions) {
    const { repeatInterval, options } = repetitionOf(schedule);
    const known = stored.get(name);
    const isEntered =
      known !== undefined &&
      known.nextRunAt !== null &&
      known.repeatInterval === repeatInterval &&
      known.repeatTimezone === (options.timezone ?? null);
    if (!isEntered) await agenda.every(repeatInterval, name, {}, options);
  }
}
