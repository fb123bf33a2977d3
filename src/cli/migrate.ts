import { Command } from 'commander';
import type { ManagementCommand } from './command.js';

/** `migrate`: brings the database up to date. */
export const migrateCommand: ManagementCommand = {
  create: () =>
    new Command('migrate')
      .summary('bring the database up to date')
      .description(
        'Bring the database up to date. Every start does so by itself; this is for those who want it done before.',
      ),
  schema: 'MIGRATED',
  // It is done when the database is open.
  prepare:
    () =>
    ({ migrations }) =>
      Promise.resolve({
        ok: true,
        lines:
          migrations.length === 0
            ? ['The database is up to date; no migration had to run.']
            : [`The database is up to date. Migrations that ran: ${migrations.join(', ')}.`],
        next: [
          'Start Paceline with "npm start", or fill a demo agency with "npm run paceline -- seed".',
        ],
        facts: { migrations },
      }),
};
