import { SYSTEM_ACTOR } from '../domain/access/caller.js';
import { DEFAULT_AGENCY_ID } from '../domain/access/default-agency.js';
import { simulateSpend } from '../services/simulation/simulate-spend.js';
import type { JobDefinition } from './kit/job-definition.js';

const CALLER = {
  agencyId: DEFAULT_AGENCY_ID,
  actor: SYSTEM_ACTOR,
  requestId: 'spend-simulation',
};

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
