import { Command } from 'commander';
import { formatInstant } from '../domain/time/instant.js';
import type { SeedReport } from '../services/demo/seed-agency.js';
import { AGENCY_OPTION } from './agency-option.js';
import type { CommandResult, ManagementCommand } from './command.js';

/** `seed`: fills the agency with a demo. */
export const seedCommand: ManagementCommand = {
  create: () =>
    new Command('seed')
      .summary('fill the agency with a demo')
      .description(
        'Fill the agency with a demo: brands in several zones and currencies, campaigns of every kind, ' +
          'and 30 days of history up to now. Done once; a second run changes nothing.',
      )
      .option('--seed TEXT', 'what the amounts follow from', 'paceline')
      .option(...AGENCY_OPTION),
  schema: 'MIGRATED',
  prepare: (given) => {
    const { seed, agency = null } = given.opts<{ seed: string; agency?: string }>();
    return async ({ kernel, callerIn, watcher }) => {
      const { seedAgency } = await import('../services/demo/seed-agency.js');
      const caller = await callerIn(agency);
      return resultOf(await seedAgency(kernel, caller, { seed, watcher }));
    };
  },
};

function resultOf(report: SeedReport | null): CommandResult {
  if (report === null) {
    return {
      ok: true,
      lines: ['The demo is there already; nothing was changed.'],
      next: ['Let it spend with "npm run paceline -- simulate", or start Paceline with DEMO=on.'],
      facts: { seeded: false },
    };
  }
  const { brands, campaigns, entries, refunds, from, to } = report;
  const [first, last] = [formatInstant(from), formatInstant(to)];
  return {
    ok: true,
    lines: [
      `Made ${brands} brands with ${campaigns} campaigns.`,
      `Recorded ${entries} spends and ${refunds} refunds from ${first} to ${last}.`,
    ],
    next: ['See them with "npm start"; prove the sums with "npm run paceline -- verify".'],
    facts: { seeded: true, brands, campaigns, entries, refunds, from: first, to: last },
  };
}
