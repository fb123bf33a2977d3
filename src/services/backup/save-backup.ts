import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { formatInstant } from '../../domain/time/instant.js';
import {
  quoted,
  readMigrationNames,
  readTableShapes,
  type TableShape,
} from '../../persistence/backup/carried-tables.js';
import { type CopySession, withCopySession } from '../../persistence/backup/copy-session.js';
import type { BookKernel } from '../kernel.js';
import { UNWATCHED, type Watcher } from '../progress.js';
import { BackupFileError } from './backup-file-error.js';
import { type BackupHeader, type BackupTable, formatHeader } from './backup-header.js';
import { newlinesIn } from './newlines-in.js';

/** Little slower than none, and most of what the best would save. */
const COMPRESSION_LEVEL = 3;
/** A backup holds all that the agency knows: only its owner may read it. */
const FILE_MODE = 0o600;

/** What to save where. */
export interface SaveRequest {
  readonly path: string;
  /** Whether a file that is there is replaced, once the new one is whole. */
  readonly force: boolean;
  readonly watcher?: Watcher;
}

/** What was saved. */
export interface SavedBackup {
  readonly header: BackupHeader;
  /** The size of the file. */
  readonly bytes: number;
}

/**
 * Saves everything, as it is at one moment, in one file, whoever is writing meanwhile. The file
 * appears whole or not at all. Throws BackupFileError if there is one already and `force` is not
 * given, and what the file system throws.
 */
export async function saveBackup(
  kernel: Pick<BookKernel, 'database' | 'clock'>,
  { path, force, watcher = UNWATCHED }: SaveRequest,
): Promise<SavedBackup> {
  if (!force) await refuseExisting(path);
  const [body, whole] = [`${path}.${process.pid}.rows`, `${path}.${process.pid}.part`];
  try {
    const rows = await open(body, 'w', FILE_MODE);
    const header = await withCopySession(kernel.database, 'SNAPSHOT', async (session) => ({
      madeAt: formatInstant(kernel.clock.now()),
      migrations: await readMigrationNames(session),
      tables: await writeRows(session, rows, watcher),
    }));
    await writeWhole(whole, header, body);
    await rename(whole, path);
    return { header, bytes: (await stat(path)).size };
  } finally {
    await Promise.all([body, whole].map((part) => rm(part, { force: true })));
  }
}

async function refuseExisting(path: string): Promise<void> {
  const file = await stat(path).catch(() => null);
  if (file) throw new BackupFileError(`${path} exists already; only --force replaces it.`);
}

async function writeRows(
  session: CopySession,
  file: FileHandle,
  watcher: Watcher,
): Promise<readonly BackupTable[]> {
  const shapes = await readTableShapes(session);
  const total = await countRows(session, shapes);
  const saved: BackupTable[] = [];
  const rows = rowsOfAll(session, shapes, (table, rowsSoFar) => {
    watcher.signal.throwIfAborted();
    if (table) saved.push(table);
    watcher.onProgress({ phase: 'Saving', done: rowsSoFar, total });
  });
  const compress = createGzip({ level: COMPRESSION_LEVEL });
  await pipeline(Readable.from(rows, { objectMode: false }), compress, file.createWriteStream());
  return saved;
}

async function countRows(session: CopySession, tables: readonly TableShape[]): Promise<number> {
  const counts = tables.map(({ name }) => `(select count(*) from ${quoted(name)})`);
  const [row] = await session.rows<{ total: string }>(`select ${counts.join(' + ')} as total`);
  return Number(row?.total ?? 0);
}

/** One table after the other; `onStep` is told after each piece, and of each table that is done. */
async function* rowsOfAll(
  session: CopySession,
  shapes: readonly TableShape[],
  onStep: (table: BackupTable | null, rowsSoFar: number) => void,
): AsyncGenerator<Buffer> {
  let rowsBefore = 0;
  for (const shape of shapes) {
    const hash = createHash('sha256');
    let [rows, bytes] = [0, 0];
    const pieces: AsyncIterable<Buffer> = session.copyOut(shape);
    for await (const piece of pieces) {
      hash.update(piece);
      rows += newlinesIn(piece);
      bytes += piece.length;
      yield piece;
      onStep(null, rowsBefore + rows);
    }
    rowsBefore += rows;
    onStep({ ...shape, rows, bytes, sha256: hash.digest('hex') }, rowsBefore);
  }
}

/** The header comes first, though what it says is known last: two compressed parts are one file. */
async function writeWhole(path: string, header: BackupHeader, rowsPath: string): Promise<void> {
  const file = await open(path, 'w', FILE_MODE);
  const target = file.createWriteStream({ flush: true });
  target.write(gzipSync(formatHeader(header)));
  await pipeline(createReadStream(rowsPath), target);
}
