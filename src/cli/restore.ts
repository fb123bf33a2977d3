import { resolve } from 'node:path';
import { Command } from 'commander';
import type { BackupHeader } from '../services/backup/backup-header.js';
import type { CommandResult, ManagementCommand } from './command.js';

/** `restore FILE`: brings a backup back. */
export const restoreCommand: ManagementCommand = {
  create: () =>
    new Command('restore')
      .summary('bring a backup back')
      .description(
        'Bring back what "backup" saved: all of it or, if anything is wrong, nothing. The file is ' +
          'checked before anything is changed. Paceline must not be running on the database meanwhile.',
      )
      .argument('<file>', 'the file that "backup" made')
      .option('--force', 'replace all that is in the database'),
  schema: 'MIGRATED',
  prepare: (given) => {
    const { force = false } = given.opts<{ force?: true }>();
    const path = resolve(given.args[0] ?? '');
    return async ({ kernel, watcher }) => {
      const { restoreBackup } = await import('../services/backup/restore-backup.js');
      return resultOf(path, await restoreBackup(kernel, { path, force, watcher }));
    };
  },
};

function resultOf(path: string, { madeAt, tables }: BackupHeader): CommandResult {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    ok: true,
    lines: [`Brought back ${rows} rows as they were at ${madeAt}, from ${path}.`],
    next: [
      'Prove the sums with "npm run paceline -- verify", then start Paceline with "npm start".',
    ],
    facts: {
      path,
      madeAt,
      rows,
      tables: Object.fromEntries(tables.map((table) => [table.name, table.rows])),
    },
  };
}
