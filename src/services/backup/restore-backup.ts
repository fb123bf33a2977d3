import { Readable } from 'node:stream';
import { systemCaller } from '../../domain/access/caller.js';
import {
  readMigrationNames,
  readTableShapes,
  type TableShape,
} from '../../persistence/backup/carried-tables.js';
import { type CopySession, withCopySession } from '../../persistence/backup/copy-session.js';
import {
  analyzeContent,
  countOtherSessions,
  hasContent,
  holdOffStarts,
  raiseWall,
  removeContent,
} from '../../persistence/backup/replace-content.js';
import type { Sql } from '../../persistence/unit-of-work.js';
import type { BookKernel } from '../kernel.js';
import { UNWATCHED, type Watcher } from '../progress.js';
import { BackupFileError } from './backup-file-error.js';
import type { BackupHeader } from './backup-header.js';
import { bytesOf, checkBackup, type OpenBackup, withBackup } from './read-backup.js';

/** What to bring back. */
export interface RestoreRequest {
  readonly path: string;
  /** Whether what is in the database is replaced. */
  readonly force: boolean;
  readonly watcher?: Watcher;
}

/** The database is not one that a backup may be brought back into; the message is for people. */
export class RestoreRefusedError extends Error {
  override readonly name = 'RestoreRefusedError';
}

/**
 * Brings a backup back, all of it or, if anything fails, nothing. Nothing is touched before the whole
 * file has been checked. Throws BackupFileError for a file that is not a whole, untouched backup that
 * fits, and RestoreRefusedError if Paceline is running on the database, or if there is something in
 * it and `force` is not given.
 */
export async function restoreBackup(
  kernel: Pick<BookKernel, 'database' | 'audit'>,
  { path, force, watcher = UNWATCHED }: RestoreRequest,
): Promise<BackupHeader> {
  const header = await checkBackup(path, watcher);
  await withCopySession(kernel.database, 'WRITE', async (session) => {
    await holdOffStarts(session);
    await refuseUnfit(session, header);
    await refuseUsed(session, force);
    await removeContent(session);
    await withBackup({ path, signal: watcher.signal }, async (backup) => {
      refuseChanged(header, backup.header);
      await load(session, backup, watcher);
      await backup.expectEnd();
    });
    await raiseWall(session);
    await analyzeContent(session);
  });
  await auditRestore(kernel, header);
  return header;
}

/** Each agency's log goes on from what was brought back: with that. */
async function auditRestore(
  { database, audit }: Pick<BookKernel, 'database' | 'audit'>,
  { madeAt }: BackupHeader,
): Promise<void> {
  await database.everywhere.write(async (unit) => {
    const agencies = await unit.rows<{ id: string }>('select id from agency order by id');
    for (const { id } of agencies) {
      await audit(unit, systemCaller(id, 'restore', 'command'), [
        {
          action: 'database.restore',
          object: { kind: 'database', id: null },
          before: null,
          after: { madeAt },
        },
      ]);
    }
  });
}

/** Tables are those of one version of the program: another's would be loaded wrongly or not at all. */
async function refuseUnfit(sql: Sql, header: BackupHeader): Promise<void> {
  const migrations = await readMigrationNames(sql);
  const shapes = await readTableShapes(sql);
  const isFit =
    isSame(header.migrations, migrations) &&
    isSame(header.tables.map(shapeOf), shapes.map(shapeOf));
  if (isFit) return;
  throw new BackupFileError(
    `The backup was made by another version of Paceline, whose last migration is ` +
      `${header.migrations.at(-1) ?? 'none'}; here it is ${migrations.at(-1) ?? 'none'}. ` +
      'Restore it with that version, and migrate then.',
  );
}

function shapeOf({ name, columns }: TableShape): TableShape {
  return { name, columns };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function refuseUsed(sql: Sql, force: boolean): Promise<void> {
  const others = await countOtherSessions(sql);
  if (others > 0) {
    throw new RestoreRefusedError(
      `Paceline is running on this database (${others} connections). Stop it and restore again.`,
    );
  }
  if (force || !(await hasContent(sql))) return;
  throw new RestoreRefusedError(
    'The database is not empty. Restore into a new one, or replace all that is in it with --force.',
  );
}

function refuseChanged(checked: BackupHeader, now: BackupHeader): void {
  if (isSame([checked], [now])) return;
  throw new BackupFileError('The backup was changed while it was read.');
}

async function load(
  session: CopySession,
  { header, rowsOf }: OpenBackup,
  { onProgress }: Watcher,
): Promise<void> {
  const total = bytesOf(header);
  let done = 0;
  for (const table of header.tables) {
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const piece of rowsOf(table)) {
        yield piece;
        done += piece.length;
        onProgress({ phase: 'Restoring', done, total });
      }
    };
    await session.copyIn(table, Readable.from(counted(), { objectMode: false }));
  }
}
