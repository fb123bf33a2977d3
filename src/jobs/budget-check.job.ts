import { activity } from '../platform/activity.js';
import { checkBudgets } from '../services/budgets/check-budgets.js';
import type { JobDefinition } from './kit/job-definition.js';

/** The safety net under the spend path: normally it finds nothing to repair. */
export const budgetCheck: JobDefinition = {
  name: 'budget-check',
  schedule: { everySeconds: 60 },
  description: 'Does what is due, evaluates it from the facts, and repairs what differs.',
  runs: 'ALWAYS',
  run: async ({ kernel, round, signal }) => {
    const { differences } = await checkBudgets(kernel, round, signal);
    if (differences.length === 0) return;
    activity.jobRepairs.add('budget-check', differences.length);
    const campaigns = differences.slice(0, MAX_LOGGED).map(({ campaignId }) => campaignId);
    kernel.log.warn({ repaired: differences.length, campaigns }, 'a check repaired differences');
  },
};

const MAX_LOGGED = 20;
