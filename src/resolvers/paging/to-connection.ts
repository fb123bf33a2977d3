import type { CountedPage, Page, PageRequest } from '../../domain/paging/page.js';
import type { Connection, CountedConnection } from '../../schema/paging/connection-types.js';
import { encodeCursor } from './cursor.js';
import type { ListOrder } from './list-order.js';

/** How a page is answered: in which list, after what, and what its rows become. */
export interface Listing<Row, N> {
  readonly order: ListOrder;
  readonly request: PageRequest;
  readonly toNode: (row: Row) => N;
}

/** The page as the API answers it. */
export function toConnection<Row, N>(page: Page<Row>, listing: Listing<Row, N>): Connection<N> {
  const edges = page.items.map(({ node, position }) => ({
    node: listing.toNode(node),
    cursor: encodeCursor(listing.order, position),
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: listing.request.after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The page, and its count where it is asked for. */
export function toCountedConnection<Row, N>(
  page: CountedPage<Row>,
  listing: Listing<Row, N>,
): CountedConnection<N> {
  return { ...toConnection(page, listing), totalCount: page.totalCount };
}
