import { useMemo, useState } from 'react';
import type { Identified } from './column.js';

/**
 * The rows in the order in which they were when somebody began to point at them or to select some:
 * none jumps away. Their contents are the latest; those that left the page stay until it is let go.
 */
export function useHeldOrder<Row extends Identified>(
  rows: readonly Row[],
  { isHeld, pageKey }: { readonly isHeld: boolean; readonly pageKey: string },
): readonly Row[] {
  const [held, setHeld] = useState({ pageKey, rows });
  const isKept = isHeld && held.pageKey === pageKey;
  if (!isKept && held.rows !== rows) setHeld({ pageKey, rows });
  return useMemo(() => (isKept ? inOrderOf(held.rows, rows) : rows), [isKept, held.rows, rows]);
}

function inOrderOf<Row extends Identified>(
  before: readonly Row[],
  latest: readonly Row[],
): readonly Row[] {
  const byId = new Map(latest.map((row) => [row.id, row]));
  return before.map((row) => byId.get(row.id) ?? row);
}
