import { activity } from '../platform/activity.js';
import type { Metrics } from '../platform/metrics.js';
import type { Kernel } from '../services/kernel.js';

const MS_PER_SECOND = 1000;

/** Adds what can be asked about the process and the parts of its kernel at any time. */
export function measureProcess(metrics: Metrics, kernel: Kernel): void {
  metrics.includeProcess();
  measureKernel(metrics, kernel);
  measureJobs(metrics);
}

function measureKernel(metrics: Metrics, { spendQueue, live, database }: Kernel): void {
  const { readings } = live;
  const { pool } = database;
  metrics.totals(
    { name: 'spend_entries_total', help: 'Spend and refunds judged.', label: 'outcome' },
    activity.spendEntries,
  );
  metrics.level(
    { name: 'spend_queue_length', help: 'Spends that wait for their transaction.' },
    () => spendQueue.length,
  );
  metrics.level(
    { name: 'live_relay_lag_seconds', help: 'For how long something committed waits to be told.' },
    () => readings.relayLagMs / MS_PER_SECOND,
  );
  metrics.level(
    { name: 'live_subscribers', help: 'Subscriptions that are open.' },
    () => readings.subscribers,
  );
  metrics.total(
    { name: 'live_relayed_total', help: 'Transactions whose events were told.' },
    () => readings.relayed,
  );
  metrics.total(
    { name: 'live_replaced_total', help: 'Pending events that a later one took the place of.' },
    () => readings.replaced,
  );
  metrics.total(
    { name: 'live_resyncs_total', help: 'Subscriptions ended because they fell too far behind.' },
    () => readings.resyncs,
  );
  metrics.level(
    { name: 'database_connections', help: 'Connections to the database.' },
    () => pool.totalCount,
  );
  metrics.level(
    { name: 'database_waiting', help: 'Transactions and statements that wait for a connection.' },
    () => pool.waitingCount,
  );
}

function measureJobs(metrics: Metrics): void {
  const label = 'job';
  metrics.totals(
    { name: 'job_runs_total', help: 'Runs of jobs that ended.', label },
    activity.jobRuns,
  );
  metrics.totals(
    { name: 'job_failures_total', help: 'Runs of jobs that failed.', label },
    activity.jobFailures,
  );
  metrics.totals(
    {
      name: 'job_repairs_total',
      help: 'Differences that a job found and repaired; normally none.',
      label,
    },
    activity.jobRepairs,
  );
}
