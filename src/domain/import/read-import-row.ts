import { readKey } from '../input/key.js';
import { readName } from '../input/name.js';
import { type Reading, refused } from '../input/reading.js';
import {
  DECIMAL_PATTERN,
  type Micros,
  parseAmount,
  parseDecimal,
  SPEND_DECIMALS,
} from '../money/micros.js';
import { ok, type Result } from '../result.js';
import { type LocalDate, midnightOf } from '../time/local-date.js';
import type { ImportColumn, ImportColumns } from './import-columns.js';

/** One row of imported spend, read. */
export interface ImportRow {
  readonly line: number;
  readonly brandKey: string;
  /** Null: the file has no names. */
  readonly brandName: string | null;
  /** Null: the file has no campaigns. */
  readonly campaignKey: string | null;
  /** The day, or the first day of the week. */
  readonly date: LocalDate;
  /** May be zero. */
  readonly amountMicros: Micros;
}

/** What is wrong with one field of a row. */
export interface RowProblem {
  /** Where the row begins, from 1. */
  readonly line: number;
  /** The column's title. */
  readonly column: string;
  readonly value: string;
  /** A sentence for people. */
  readonly message: string;
}

/** A row of the file as it was parsed. */
export interface RawRow {
  readonly line: number;
  readonly fields: readonly string[];
}

const EARLIEST_DATE = '1970-01-01';
const DATE_PATTERN = /^\d{4}-\d\d-\d\d$/;
const MAX_SHOWN = 80;

/** Reads a row's fields, spaces around them left out; tells everything that is wrong with it. */
export function readImportRow(
  row: RawRow,
  columns: ImportColumns,
): Result<ImportRow, readonly RowProblem[]> {
  const problems = [...lengthProblem(row, columns)];
  const take = <T>(column: ImportColumn, read: (text: string) => Reading<T>): T | null => {
    const text = row.fields[column.place]?.trim() ?? '';
    const reading = text === '' ? refused([], 'REQUIRED', 'It is empty.') : read(text);
    if (reading.ok) return reading.value;
    problems.push(...reading.error.map(({ message }) => problemIn(row, column, message)));
    return null;
  };
  const brandKey = take(columns.brand, (text) => readKey(text, ['key']));
  const brandName = columns.brandName && take(columns.brandName, readText);
  const campaignKey = columns.campaign && take(columns.campaign, (text) => readKey(text, ['key']));
  const date = take(columns.date, readDate);
  const amountMicros = take(columns.amount, readAmount);
  if (problems.length > 0 || brandKey === null || date === null || amountMicros === null) {
    return { ok: false, error: problems };
  }
  return ok({ line: row.line, brandKey, brandName, campaignKey, date, amountMicros });
}

/** A flaw of one field, with what stands there. */
export function problemIn(row: RawRow, column: ImportColumn, message: string): RowProblem {
  const value = row.fields[column.place]?.slice(0, MAX_SHOWN) ?? '';
  return { line: row.line, column: column.title, value, message };
}

/** A field too many or too few means that the others may stand under the wrong titles. */
function lengthProblem({ line, fields }: RawRow, { titles }: ImportColumns): readonly RowProblem[] {
  if (fields.length === titles.length) return [];
  const message = `The row has ${fields.length} fields, the first row has ${titles.length}.`;
  const place = Math.min(fields.length, titles.length);
  const column = titles[place] ?? `(${place + 1})`;
  return [{ line, column, value: fields[place]?.slice(0, MAX_SHOWN) ?? '', message }];
}

function readText(text: string): Reading<string> {
  if (text.includes('\ufffd')) return refused([], 'INVALID', 'It is not UTF-8.');
  return readName(text, ['name']);
}

function readDate(text: string): Reading<LocalDate> {
  if (!DATE_PATTERN.test(text) || !isInCalendar(text)) {
    return refused([], 'INVALID', 'It is not a date of the calendar such as 2026-11-22.');
  }
  if (text >= EARLIEST_DATE) return ok(text);
  return refused([], 'INVALID', `It is before ${EARLIEST_DATE}.`);
}

function isInCalendar(text: LocalDate): boolean {
  // A day that its month does not have is taken for one of the next month.
  return new Date(midnightOf(text)).getUTCDate() === Number(text.slice(8));
}

function readAmount(text: string): Reading<Micros> {
  if (!DECIMAL_PATTERN.test(text)) {
    return refused([], 'INVALID', 'It is not an amount such as 1234.56.');
  }
  const { unscaled } = parseDecimal(text);
  if (unscaled < 0n) return refused([], 'OUT_OF_RANGE', 'It is negative.');
  if (unscaled === 0n) return ok(0n);
  const amount = parseAmount(text, SPEND_DECIMALS);
  if (amount.ok) return amount;
  const rule =
    amount.error === 'TOO_PRECISE'
      ? `It has more than ${SPEND_DECIMALS} decimals.`
      : 'It is 1000000000000 or more.';
  return refused([], amount.error, rule);
}
