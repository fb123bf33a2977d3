import { stat } from 'node:fs/promises';
import { InputError } from '../../domain/errors.js';
import {
  chooseColumns,
  currencyInTitle,
  type ImportColumns,
} from '../../domain/import/import-columns.js';
import { isCurrency } from '../../domain/money/currency.js';
import { isTimeZone } from '../../domain/time/zone.js';
import type { ImportRequest } from './import-request.js';
import { CsvFileError, readCsv } from './read-csv.js';

/** A file whose first row is understood. */
export interface ImportFile {
  readonly request: ImportRequest;
  readonly columns: ImportColumns;
  /** Of the amounts; null: each brand's own. */
  readonly currency: string | null;
  readonly bytes: number;
  /** Tells another content of the file, as well as the file system can. */
  readonly stamp: string;
}

/**
 * Reads the file's first row and finds out what its columns are. Throws InputError where the request
 * does not fit the file, CsvFileError if it is empty or not CSV, and what the file system throws.
 */
export async function openImport(request: ImportRequest): Promise<ImportFile> {
  refuseUnknown(request);
  const { bytes, stamp } = await stampOf(request.path);
  const columns = chooseColumns(await readTitles(request), request.columns);
  if (!columns.ok) {
    const [first] = columns.error;
    const message = columns.error.map((problem) => problem.message).join(' ');
    throw new InputError([first?.field ?? 'columns'], message);
  }
  const currency = request.currency ?? currencyOf(columns.value);
  if (currency === null && request.create) {
    throw new InputError(['currency'], 'The currency of the amounts must be given to make brands.');
  }
  return { request, columns: columns.value, currency, bytes, stamp };
}

/** Throws CsvFileError if the file is no longer the one that was opened. */
export async function refuseChanged({ request, stamp }: ImportFile): Promise<void> {
  if ((await stampOf(request.path)).stamp === stamp) return;
  throw new CsvFileError(
    'The file was changed while it was read. Import it again when it is whole.',
  );
}

function refuseUnknown({ currency, timeZone, delimiter }: ImportRequest): void {
  if (currency !== null && !isCurrency(currency)) {
    throw new InputError(['currency'], `${currency} is not an active currency of ISO 4217.`);
  }
  if (!isTimeZone(timeZone)) {
    throw new InputError(['timeZone'], `${timeZone} is not a zone of the IANA database.`);
  }
  if (delimiter.length !== 1 || /["\r\n]/.test(delimiter)) {
    throw new InputError(
      ['delimiter'],
      'The delimiter is one character, neither quote nor line end.',
    );
  }
}

async function stampOf(path: string): Promise<{ bytes: number; stamp: string }> {
  const file = await stat(path);
  if (!file.isFile()) throw new CsvFileError(`${path} is not a file: it is read twice.`);
  return { bytes: file.size, stamp: `${file.ino} ${file.size} ${file.mtimeMs}` };
}

async function readTitles({ path, delimiter }: ImportRequest): Promise<readonly string[]> {
  for await (const { fields } of readCsv(path, { delimiter })) {
    return fields.map((title) => title.trim());
  }
  throw new CsvFileError('The file is empty.');
}

function currencyOf({ amount }: ImportColumns): string | null {
  const currency = currencyInTitle(amount.title);
  return currency !== null && isCurrency(currency) ? currency : null;
}
