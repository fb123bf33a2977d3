import { applyDue } from '../services/budgets/apply-due.js';
import type { JobDefinition } from './kit/job-definition.js';

/** A brand's month ends with the last of its days; this is for what was missed. */
export const monthlyReset: JobDefinition = {
  name: 'monthly-reset',
  schedule: { cron: '0 0 1 * *', zone: 'UTC' },
  description: 'Closes the months that have ended, and wakes campaigns that a new month lets run.',
  runs: 'ALWAYS',
  run: async ({ kernel, signal }) => {
    const { closedMonths } = await applyDue(kernel, { signal });
    kernel.log.info({ closedMonths }, 'months are closed');
  },
};
