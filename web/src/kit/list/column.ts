import type { ReactNode } from 'react';

/** A column of a list. */
export interface Column<Row> {
  /** Its name in the address, such as `spentToday`. */
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What it holds, for a file; absent: it is not exported. */
  readonly csv?: (row: Row) => string;
  /** The field by which the server sorts it; absent: it cannot be sorted by. */
  readonly sortField?: string;
  /** Where numbers stand. */
  readonly align?: 'end';
  /** Shown only if somebody asks for it. */
  readonly isOptional?: boolean;
}

/** What a list can be narrowed down by: any of some values. */
export interface Filter {
  /** Its name in the address, such as `status`. */
  readonly id: string;
  readonly label: string;
  readonly options: readonly FilterOption[];
  /** At most one value at a time. */
  readonly isSingle?: boolean;
}

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

/** What the server gave for a page of a list. */
export interface LoadedPage<Row> {
  readonly rows: readonly Row[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  /** How many the filter matches; null: nobody counted. */
  readonly totalCount: number | null;
}

/** Which page of a list. */
export interface PageOf {
  readonly first: number;
  readonly after: string | null;
}

/** Something that has an id, as everything in a list. */
export interface Identified {
  readonly id: string;
}
