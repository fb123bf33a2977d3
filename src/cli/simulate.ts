import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { InputError } from '../domain/errors.js';
import { AGENCY_OPTION } from './agency-option.js';
import type { ManagementCommand } from './command.js';

interface Options {
  readonly minutes: string;
  readonly seed: string;
  readonly agency?: string;
}

const MS_PER_MINUTE = 60_000;
const MAX_MINUTES = 1_440;

/** `simulate`: lets the running campaigns spend. */
export const simulateCommand: ManagementCommand = {
  create: () =>
    new Command('simulate')
      .summary('let the running campaigns spend')
      .description(
        'Let the campaigns that run spend what they would in the present minute, through the same way ' +
          'in as all spend. Running it twice in a minute spends nothing twice.',
      )
      .option('--minutes <number>', 'go on for so many minutes, each when it comes', '1')
      .option('--seed <text>', 'what the amounts follow from', 'paceline')
      .option(...AGENCY_OPTION),
  schema: 'MIGRATED',
  prepare: (given) => {
    const { minutes: text, seed, agency = null } = given.opts<Options>();
    const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
    if (minutes < 1 || minutes > MAX_MINUTES) {
      throw new InputError(['minutes'], `--minutes is a whole number from 1 to ${MAX_MINUTES}.`);
    }
    return async ({ kernel, callerIn, watcher: { onProgress, signal } }) => {
      const { simulateSpend } = await import('../services/simulation/simulate-spend.js');
      const caller = await callerIn(agency);
      const sum = { running: 0, recorded: 0, duplicates: 0, rejected: 0 };
      for (let done = 1; done <= minutes; done += 1) {
        const report = await simulateSpend(kernel, caller, { seed, signal });
        sum.running = report.running;
        sum.recorded += report.recorded;
        sum.duplicates += report.duplicates;
        sum.rejected += report.rejected;
        onProgress({ phase: 'Simulating', done, total: minutes });
        const restMs = MS_PER_MINUTE - (kernel.clock.now() % MS_PER_MINUTE);
        if (done < minutes) await sleep(restMs, undefined, { signal });
      }
      return {
        ok: true,
        lines: [
          `Simulated ${minutes} minutes: ${sum.recorded} spends were recorded, ${sum.duplicates} were there already, ${sum.rejected} were refused.`,
          `${sum.running} campaigns were running in the last one.`,
        ],
        next:
          sum.running === 0
            ? ['Nothing runs now. "npm run paceline -- seed" makes campaigns that do.']
            : [],
        facts: { minutes, ...sum },
      };
    };
  },
};
