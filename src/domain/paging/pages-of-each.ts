import { cutPage, itemsAt } from './cut-page.js';
import type { Page, PageRequest } from './page.js';

/** What several pages have in common: their rows, each once, and the value by which they are ordered. */
interface Rows<T> {
  readonly nodes: readonly (T | null)[];
  readonly valueOf: (node: T) => string;
}

/** One page for each list of ids, where as many ids were read as `rowsToRead` says. */
export function pagesOfEach<T extends { readonly id: string }>(
  lists: readonly (readonly string[])[],
  page: PageRequest,
  { nodes, valueOf }: Rows<T>,
): readonly Page<T>[] {
  const byId = new Map(nodes.flatMap((node) => (node ? [[node.id, node] as const] : [])));
  return lists.map((list) => {
    const { rows, hasNextPage } = cutPage(list, page);
    const found = rows.flatMap((id) => byId.get(id) ?? []);
    const positions = found.map((node) => ({ value: valueOf(node), id: node.id }));
    return { items: itemsAt(positions, found), hasNextPage };
  });
}
