import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BackupFileError } from './backup-file-error.js';

const FORMAT = 'paceline-backup';
/** Of the file, not of the program: grows when files are written differently. */
const FORMAT_VERSION = 1;

const TABLE = z.object({
  name: z.string(),
  columns: z.array(z.string()).readonly(),
  rows: z.number().int().nonnegative(),
  /** Of its rows, as they follow the header. */
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const HEADER = z.object({
  /** ISO 8601. */
  madeAt: z.string(),
  migrations: z.array(z.string()).readonly(),
  tables: z.array(TABLE).readonly(),
});

/** A table in a backup: what follows the header, and how it can be told that it is untouched. */
export type BackupTable = Readonly<z.output<typeof TABLE>>;

/** What a backup says about itself. */
export interface BackupHeader {
  readonly madeAt: string;
  /** Those that made the database what it was. */
  readonly migrations: readonly string[];
  /** In the order in which their rows follow. */
  readonly tables: readonly BackupTable[];
}

/** The two lines that a backup begins with: the format with the header's checksum, and the header. */
export function formatHeader(header: BackupHeader): string {
  const json = JSON.stringify(header);
  return `${FORMAT} ${FORMAT_VERSION} ${checksum(json)}\n${json}\n`;
}

/** Reads the first line. Throws BackupFileError if the file is none of ours, or of another version. */
export function readFormatLine(line: string): string {
  const [format, version, sha256 = ''] = line.split(' ');
  if (format !== FORMAT) throw new BackupFileError('The file is not a backup of Paceline.');
  if (version === String(FORMAT_VERSION)) return sha256;
  throw new BackupFileError(
    `The backup has the format ${version ?? ''}; this version of Paceline reads the format ${FORMAT_VERSION}.`,
  );
}

/** Reads the second line. Throws BackupFileError if it is not what the first one says. */
export function readHeaderLine(json: string, sha256: string): BackupHeader {
  if (checksum(json) !== sha256) throw new BackupFileError('The header of the backup is damaged.');
  return HEADER.parse(JSON.parse(json));
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
