/** When a job runs: by a cron expression of five fields in a zone, or so long after its last start. */
export type JobSchedule =
  { readonly cron: string; readonly zone: string } | { readonly everySeconds: number };

/** The schedule for people: `0 0 * * * UTC`, `every 60 seconds`. */
export function formatSchedule(schedule: JobSchedule): string {
  return 'cron' in schedule
    ? `${schedule.cron} ${schedule.zone}`
    : `every ${schedule.everySeconds} seconds`;
}
