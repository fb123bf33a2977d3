import { err, ok, type Result } from '../result.js';

/** What a row of imported spend says; the brand, the date and the amount must be there. */
export const IMPORT_FIELDS = ['brand', 'brandName', 'campaign', 'date', 'amount'] as const;

/** One of {@link IMPORT_FIELDS}. */
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** A column of the file: its place, from 0, and its title. */
export interface ImportColumn {
  readonly place: number;
  readonly title: string;
}

/** Which column holds what; null: the file does not say. */
export interface ImportColumns {
  /** Of all columns, in order. */
  readonly titles: readonly string[];
  readonly brand: ImportColumn;
  readonly brandName: ImportColumn | null;
  readonly campaign: ImportColumn | null;
  readonly date: ImportColumn;
  readonly amount: ImportColumn;
}

/** The titles that were asked for; null: whichever looks like it. */
export type ColumnTitles = Readonly<Record<ImportField, string | null>>;

/** A field whose column cannot be told, and why. */
export interface ColumnProblem {
  readonly field: ImportField;
  readonly message: string;
}

/** Titles in small letters, without anything between them, best first. */
const KNOWN_TITLES: Readonly<Record<ImportField, readonly string[]>> = {
  brand: ['brandid', 'brandexternalid', 'brandkey', 'brand', 'advertiserid', 'advertiser'],
  brandName: ['brandname', 'advertisername'],
  campaign: ['campaignid', 'campaignexternalid', 'campaignkey', 'campaign'],
  date: ['date', 'day', 'spenddate', 'weekstartdate', 'weekstart', 'week'],
  amount: ['amount', 'spend', 'cost', 'spent'],
};
const AMOUNT_WITH_CURRENCY = /^(?:amount|spend|cost|spent)([a-z]{3})$/;

/**
 * Finds the columns in a file's first row: those asked for by their exact titles, the others by the
 * usual ones, in whatever case. All problems are told at once.
 */
export function chooseColumns(
  header: readonly string[],
  titles: ColumnTitles,
): Result<ImportColumns, readonly ColumnProblem[]> {
  const find = (field: ImportField): ImportColumn | null => {
    const asked = titles[field];
    return asked === null ? knownColumn(header, field) : columnAt(header, header.indexOf(asked));
  };
  const [brand, brandName, campaign] = [find('brand'), find('brandName'), find('campaign')];
  const [date, amount] = [find('date'), find('amount')];
  const found = { brand, brandName, campaign, date, amount };
  const missing = IMPORT_FIELDS.flatMap((field) => problemOf(field, found[field], titles));
  if (missing.length > 0 || !brand || !date || !amount) return err(missing);
  return ok({ titles: header, brand, brandName, campaign, date, amount });
}

/** The currency in the title of an amount's column, such as `Spend_USD`; null if none is there. */
export function currencyInTitle(title: string): string | null {
  return AMOUNT_WITH_CURRENCY.exec(plain(title))?.[1]?.toUpperCase() ?? null;
}

function knownColumn(header: readonly string[], field: ImportField): ImportColumn | null {
  const titles = header.map(plain);
  const known = KNOWN_TITLES[field].map((title) => titles.indexOf(title));
  const place = known.find((at) => at !== -1) ?? fallbackPlace(titles, field);
  return columnAt(header, place);
}

function fallbackPlace(titles: readonly string[], field: ImportField): number {
  return field === 'amount' ? titles.findIndex((title) => AMOUNT_WITH_CURRENCY.test(title)) : -1;
}

function columnAt(header: readonly string[], place: number): ImportColumn | null {
  const title = header[place];
  return title === undefined ? null : { place, title };
}

function problemOf(
  field: ImportField,
  column: ImportColumn | null,
  titles: ColumnTitles,
): readonly ColumnProblem[] {
  if (column !== null) return [];
  const asked = titles[field];
  if (asked !== null) return [{ field, message: `The file has no column "${asked}".` }];
  if (field === 'brandName' || field === 'campaign') return [];
  return [{ field, message: `No column of the file looks like the ${field}.` }];
}

function plain(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]/g, '');
}
