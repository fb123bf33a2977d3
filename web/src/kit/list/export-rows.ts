import type { Column, Identified } from './column.js';
import { csvLine } from './csv.js';
import type { ListState } from './list-state.js';
import type { LoadPage } from './use-list-page.js';

/** What one file may hold: beyond it, a machine should ask the API. */
export const MAX_EXPORTED = 50_000;
const PAGE = 100;
/** Lets spreadsheets know that it is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

export interface Export<Row> {
  readonly state: ListState;
  readonly load: LoadPage<Row>;
  readonly columns: readonly Column<Row>[];
  readonly signal: AbortSignal;
  /** So many rows have been read. */
  readonly onProgress: (count: number) => void;
}

/** All rows that the list's filter matches, in its order, as the parts of a CSV file. */
export async function exportRows<Row extends Identified>({
  state,
  load,
  columns,
  signal,
  onProgress,
}: Export<Row>): Promise<{ readonly parts: readonly string[]; readonly isComplete: boolean }> {
  const exported = columns.filter(({ csv }) => csv !== undefined);
  const parts = [BYTE_ORDER_MARK + csvLine(exported.map(({ header }) => header))];
  let after: string | null = null;
  let count = 0;
  while (count < MAX_EXPORTED) {
    const page = await load(state, { first: PAGE, after }, signal);
    parts.push(
      page.rows.map((row) => csvLine(exported.map(({ csv }) => csv?.(row) ?? ''))).join(''),
    );
    count += page.rows.length;
    onProgress(count);
    after = page.endCursor;
    if (!page.hasNextPage || after === null) return { parts, isComplete: true };
  }
  return { parts, isComplete: false };
}

/** Gives a file to whoever looks at the page. */
export function download(name: string, type: string, parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
