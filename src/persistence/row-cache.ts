import { RecentMap } from '../platform/recent-map.js';
import { plainArray, textArray } from './array-literal.js';

/**
 * Which version of a row a statement saw: the transaction that wrote it and where it lies. Whatever is
 * changed gets another one, so what was read under a version is what the row says as long as that
 * version can be seen.
 */
export interface RowVersion {
  readonly xmin: string;
  readonly ctid: string;
}

/** A row with the version under which it was read. */
export interface Versioned<Row> extends RowVersion {
  readonly row: Row;
}

/** The columns for it of the table that `alias` stands for. */
export function versionColumns(alias: string): string {
  return `${alias}.xmin::text as row_xmin, ${alias}.ctid::text as row_ctid`;
}

/** What {@link versionColumns} gave. */
export interface VersionRow {
  readonly row_xmin: string;
  readonly row_ctid: string;
}

/** Versions turned on their side, as statements take them: xid[] and tid[]. */
export function versionArrays(versions: readonly RowVersion[]): readonly [string, string] {
  return [
    plainArray(versions.map(({ xmin }) => xmin)),
    textArray(versions.map(({ ctid }) => ctid)),
  ];
}

/**
 * Rows as they were read last, those that were used last. The database is always asked whether a
 * version is still the present one, which it answers without a search; only what the version says need
 * not be sent and taken apart again. (Transactions have numbers of 32 bits, which come round after four
 * thousand million: long after a row that nobody uses has been forgotten.)
 */
export class RowCache<Row> {
  private readonly rows: RecentMap<string, Versioned<Row>>;

  constructor(capacity: number) {
    this.rows = new RecentMap(capacity);
  }

  get(id: string): Versioned<Row> | undefined {
    return this.rows.get(id);
  }

  keep(id: string, row: Row, { row_xmin: xmin, row_ctid: ctid }: VersionRow): Row {
    this.rows.set(id, { row, xmin, ctid });
    return row;
  }
}
