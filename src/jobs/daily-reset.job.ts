import { applyDue } from '../services/budgets/apply-due.js';
import type { JobDefinition } from './kit/job-definition.js';

/** Brands' days end at their own midnights, by the timer; this is for what was missed. */
export const dailyReset: JobDefinition = {
  name: 'daily-reset',
  schedule: { cron: '0 0 * * *', zone: 'UTC' },
  description: 'Closes the days that have ended, and wakes campaigns that a new day lets run.',
  runs: 'ALWAYS',
  run: async ({ kernel, signal }) => {
    const { closedDays } = await applyDue(kernel, { signal });
    kernel.log.info({ closedDays }, 'days are closed');
  },
};
