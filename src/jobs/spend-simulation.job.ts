import { systemCaller } from '../domain/access/caller.js';
import { FIRST_AGENCY_ID } from '../domain/access/first-agency.js';
import { simulateSpend } from '../services/simulation/simulate-spend.js';
import type { JobDefinition } from './kit/job-definition.js';

const CALLER = systemCaller(FIRST_AGENCY_ID, 'spend-simulation');

/** What makes the demo move. */
export const spendSimulation: JobDefinition = {
  name: 'spend-simulation',
  schedule: { cron: '* * * * *', zone: 'UTC' },
  description: 'Lets the campaigns that run spend what they would in a minute.',
  runs: 'DEMO',
  run: async ({ kernel, seed, signal }) => {
    const report = await simulateSpend(kernel, CALLER, { seed, signal });
    kernel.log.debug(report, 'a minute of spend was simulated');
  },
};
