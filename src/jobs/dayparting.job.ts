import { applyDue } from '../services/budgets/apply-due.js';
import type { JobDefinition } from './kit/job-definition.js';

/** The safety net under the timer, which makes the same transitions to the second. */
export const dayparting: JobDefinition = {
  name: 'dayparting',
  schedule: { cron: '* * * * *', zone: 'UTC' },
  description: 'Starts and stops campaigns where a window or a flight has begun or ended.',
  runs: 'ALWAYS',
  run: async ({ kernel, signal }) => {
    await applyDue(kernel, { signal });
  },
};
