import { budgetCheck } from './budget-check.job.js';
import { dailyReset } from './daily-reset.job.js';
import { dayparting } from './dayparting.job.js';
import type { JobDefinition } from './kit/job-definition.js';
import { monthlyReset } from './monthly-reset.job.js';
import { spendSimulation } from './spend-simulation.job.js';

/** All recurring jobs. */
export const SCHEDULE: readonly JobDefinition[] = [
  budgetCheck,
  dayparting,
  dailyReset,
  monthlyReset,
  spendSimulation,
];
