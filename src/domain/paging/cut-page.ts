import { invariant } from '../errors.js';
import type { PageItem, PageRequest, Position } from './page.js';

/** How many rows to read for a page: one more than it holds tells whether more follow. */
export function rowsToRead({ first }: PageRequest): number {
  return first + 1;
}

/** What of the rows belongs to the page, where as many were read as {@link rowsToRead} says. */
export function cutPage<Row>(
  rows: readonly Row[],
  { first }: PageRequest,
): { readonly rows: readonly Row[]; readonly hasNextPage: boolean } {
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** The nodes at their positions, which are in the same order; there is a node for each position. */
export function itemsAt<T>(
  positions: readonly Position[],
  nodes: readonly (T | null)[],
): readonly PageItem<T>[] {
  return positions.map((position, place) => {
    const node = nodes[place];
    invariant(node !== null && node !== undefined, 'what a page lists can be read');
    return { node, position };
  });
}
