import { systemCaller } from '../domain/access/caller.js';
import { FIRST_AGENCY_ID } from '../domain/access/first-agency.js';
import { simulateSpan } from '../services/simulation/simulate-span.js';
import { simulateSpend } from '../services/simulation/simulate-spend.js';
import type { JobDefinition } from './kit/job-definition.js';

/** Who spends in the demo. */
export const SIMULATION_CALLER = systemCaller(FIRST_AGENCY_ID, 'spend-simulation');

const MS_PER_MINUTE = 60_000;

/** What makes the demo move: at once where somebody asks for it, by itself with the {@link SpendPacer}. */
export const spendSimulation: JobDefinition = {
  name: 'spend-simulation',
  schedule: { cron: '* * * * *', zone: 'UTC' },
  description: 'Lets the campaigns that run spend what they would in a minute.',
  runs: 'DEMO',
  run: async ({ kernel, seed, signal }) => {
    const report = await simulateSpend(kernel, SIMULATION_CALLER, { seed, signal });
    kernel.log.debug(report, 'a minute of spend was simulated');
  },
  runScheduled: async ({ kernel, seed, signal }) => {
    const to = kernel.clock.now();
    const span = { seed, signal, from: to - MS_PER_MINUTE, to };
    const report = await simulateSpan(kernel, SIMULATION_CALLER, span);
    kernel.log.debug(report, 'what was missing of a minute of spend was simulated');
  },
};
