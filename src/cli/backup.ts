import { resolve } from 'node:path';
import { Command } from 'commander';
import type { SavedBackup } from '../services/backup/save-backup.js';
import type { CommandResult, ManagementCommand } from './command.js';

/** `backup FILE`: saves everything. */
export const backupCommand: ManagementCommand = {
  create: () =>
    new Command('backup')
      .summary('save everything in a file')
      .description(
        'Save everything, as it is at one moment, in one compressed file. Paceline may go on running. ' +
          'Events that are under way and the times of the next jobs are not carried.',
      )
      .argument('<file>', 'the file to be made')
      .option('--force', 'replace the file if there is one'),
  schema: 'READ_ONLY',
  prepare: (given) => {
    const { force = false } = given.opts<{ force?: true }>();
    const path = resolve(given.args[0] ?? '');
    return async ({ kernel, watcher }) => {
      const { saveBackup } = await import('../services/backup/save-backup.js');
      return resultOf(path, await saveBackup(kernel, { path, force, watcher }));
    };
  },
};

function resultOf(path: string, { header, bytes }: SavedBackup): CommandResult {
  const tables = Object.fromEntries(header.tables.map(({ name, rows }) => [name, rows]));
  const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    ok: true,
    lines: [
      `Saved ${rows} rows, ${tables['spend_entry'] ?? 0} of them spend, in ${path} (${bytes} bytes).`,
    ],
    next: [`Bring it back into an empty database with "npm run paceline -- restore ${path}".`],
    facts: { path, bytes, madeAt: header.madeAt, rows, tables },
  };
}
