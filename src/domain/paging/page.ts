/**
 * Where a row stands in an order: the ordered value as exact text and the row's id.
 * Instants are epoch milliseconds ("1795426200000"), amounts micros ("12500000"),
 * utilization a decimal ("0.8"), names themselves; null stands after every value.
 */
export interface Position {
  readonly value: string | null;
  readonly id: string;
}

/** What to read of a list: 1 to 100 rows after a position, or from the list's start. */
export interface PageRequest {
  readonly first: number;
  readonly after: Position | null;
}

/** A row and where it stands. */
export interface PageItem<T> {
  readonly node: T;
  readonly position: Position;
}

/** At most `first` rows in the list's order, and whether more follow. */
export interface Page<T> {
  readonly items: readonly PageItem<T>[];
  readonly hasNextPage: boolean;
}

/** A page that can count all that its filter matches; `totalCount` queries only when it is called. */
export interface CountedPage<T> extends Page<T> {
  readonly totalCount: () => Promise<number>;
}

/** Which end of an order comes first. */
export type Direction = 'ASC' | 'DESC';
