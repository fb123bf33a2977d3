import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import type { RawRow } from '../../domain/import/read-import-row.js';

/** A row of a CSV file, and how far the file has been read. */
export interface CsvRow extends RawRow {
  readonly bytesRead: number;
}

/** A file that cannot be read as CSV from some line on. */
export class CsvFileError extends Error {
  override readonly name = 'CsvFileError';
}

/** No row of ours is nearly as long; one that is has lost a quote. */
const MAX_ROW_BYTES = 256 * 1024;
const LINE_ENDS = ['\r\n', '\n', '\r'];

/**
 * Streams the rows of a CSV file in UTF-8 (RFC 4180, any line ends), without those that are empty.
 * Throws CsvFileError where a quote is not closed, and what the file system throws.
 */
export async function* readCsv(
  path: string,
  { delimiter, signal }: { readonly delimiter: string; readonly signal?: AbortSignal },
): AsyncGenerator<CsvRow> {
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: MAX_ROW_BYTES,
    record_delimiter: LINE_ENDS,
    relax_column_count: true,
    // A quote amid a text, such as 5" pipe, stands for itself.
    relax_quotes: true,
    skip_empty_lines: true,
  });
  // What fails on the way is thrown by the loop below.
  pipeline(createReadStream(path, { signal }), parser, () => undefined);
  const rows: AsyncIterable<ParsedRow> = parser;
  try {
    for await (const { record, info } of rows) {
      if (record.every((field) => field.trim() === '')) continue;
      const line = info.lines - lineEndsIn(record);
      yield { line, fields: record, bytesRead: info.bytes };
    }
  } catch (error) {
    throw error instanceof CsvError ? fileError(error) : error;
  }
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: Info;
}

function lineEndsIn(record: readonly string[]): number {
  return record.reduce((sum, field) => sum + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function fileError(error: CsvError): CsvFileError {
  const row = Number(error['records']) + 1;
  const message = `The file is not CSV: its row ${row} opens a quote that is not closed, or is longer than 256 KiB.`;
  return new CsvFileError(message, { cause: error });
}
