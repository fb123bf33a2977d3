import { createHash } from 'node:crypto';
import type { Watcher } from '../progress.js';
import { BackupFileError } from './backup-file-error.js';
import {
  type BackupHeader,
  type BackupTable,
  readFormatLine,
  readHeaderLine,
} from './backup-header.js';
import { ByteReader } from './byte-reader.js';
import { newlinesIn } from './newlines-in.js';

const MAX_FORMAT_BYTES = 200;
/** A header is some kilobytes. */
const MAX_HEADER_BYTES = 1024 * 1024;

/** A backup whose header has been read. */
export interface OpenBackup {
  readonly header: BackupHeader;
  /**
   * The rows of the next table of the header, as COPY wrote them. Throws BackupFileError at their
   * end if they are not those that were saved.
   */
  readonly rowsOf: (table: BackupTable) => AsyncGenerator<Buffer>;
  /** Throws BackupFileError if anything follows the last table. */
  readonly expectEnd: () => Promise<void>;
}

/**
 * Opens a backup and lets `use` read it, from front to back. Throws BackupFileError if the file is
 * not a backup that this version can read.
 */
export async function withBackup<T>(
  { path, signal }: { readonly path: string; readonly signal: AbortSignal },
  use: (backup: OpenBackup) => Promise<T>,
): Promise<T> {
  const reader = ByteReader.open(path, signal);
  try {
    const sha256 = readFormatLine(await reader.readLine(MAX_FORMAT_BYTES));
    const header = readHeaderLine(await reader.readLine(MAX_HEADER_BYTES), sha256);
    return await use({
      header,
      rowsOf: (table) => checkedRows(reader, table),
      expectEnd: () => reader.expectEnd(),
    });
  } finally {
    await reader.close();
  }
}

/**
 * Reads a whole backup and gives its header; throws BackupFileError if anything in it is missing,
 * changed or too much.
 */
export function checkBackup(path: string, { onProgress, signal }: Watcher): Promise<BackupHeader> {
  return withBackup({ path, signal }, async ({ header, rowsOf, expectEnd }) => {
    const total = bytesOf(header);
    let done = 0;
    for (const table of header.tables) {
      for await (const piece of rowsOf(table)) {
        done += piece.length;
        onProgress({ phase: 'Checking', done, total });
      }
    }
    await expectEnd();
    return header;
  });
}

/** How much follows the header. */
export function bytesOf({ tables }: BackupHeader): number {
  return tables.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function* checkedRows(reader: ByteReader, table: BackupTable): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const piece of reader.read(table.bytes)) {
    hash.update(piece);
    rows += newlinesIn(piece);
    yield piece;
  }
  if (rows === table.rows && hash.digest('hex') === table.sha256) return;
  throw new BackupFileError(
    `The backup was changed: its table ${table.name} is not what was saved.`,
  );
}
