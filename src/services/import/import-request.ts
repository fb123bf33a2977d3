import type { ColumnTitles } from '../../domain/import/import-columns.js';
import type { RowProblem } from '../../domain/import/read-import-row.js';
import type { Micros } from '../../domain/money/micros.js';

/** How a file of spend is to be imported. */
export interface ImportRequest {
  readonly path: string;
  /** What parts the fields of a row, one character. */
  readonly delimiter: string;
  readonly columns: ColumnTitles;
  /** Of the amounts; null: as the title of the amount's column says, if it does. */
  readonly currency: string | null;
  /** Whether a row is a day's spend, or that of the seven days that begin with its date. */
  readonly per: 'DAY' | 'WEEK';
  /** Whether brands and campaigns that are not there are made. */
  readonly create: boolean;
  /** The zone of brands that are made. */
  readonly timeZone: string;
  /** Only says what would be done. */
  readonly dryRun: boolean;
  /** Imports what is sound of a file that is not. */
  readonly skipBad: boolean;
  /** Told everything that is wrong, row by row, before anything is imported. */
  readonly onProblem: (problem: RowProblem) => void;
}

/** What became of an import, or would. Amounts are in the currency, or the brands' if it is null. */
export interface ImportReport {
  /** REFUSED: the file has bad rows, and nothing was imported. */
  readonly outcome: 'IMPORTED' | 'DRY_RUN' | 'REFUSED';
  readonly currency: string | null;
  /** Rows with content, without the titles. */
  readonly rows: number;
  readonly badRows: number;
  /** Sound rows without spend. */
  readonly zeroRows: number;
  /** What the sound rows add up to. */
  readonly totalMicros: Micros;
  readonly brandsMade: number;
  readonly campaignsMade: number;
  readonly entriesRecorded: number;
  readonly recordedMicros: Micros;
  /** Entries that an earlier run had recorded. */
  readonly entriesKnown: number;
  /** Entries that could not be recorded although their rows were sound; see `onProblem`. */
  readonly entriesRefused: number;
}
