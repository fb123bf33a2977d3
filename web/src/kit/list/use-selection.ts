import { useCallback, useMemo, useState } from 'react';

/** What one bulk change may hold; the server takes no more. */
export const MAX_SELECTED = 500;

/** What became of one row of a bulk change: why it was refused, or null if it was done. */
export interface BulkOutcome {
  readonly id: string;
  readonly refusal: string | null;
}

/** The rows that are selected, over all pages, and why the last change of them was refused. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly refusals: ReadonlyMap<string, string>;
  readonly toggle: (id: string) => void;
  readonly setAll: (ids: readonly string[], isSelected: boolean) => void;
  readonly clear: () => void;
  /** Those that were refused stay selected, with the reason. */
  readonly settle: (outcomes: readonly BulkOutcome[]) => void;
}

const NONE: ReadonlySet<string> = new Set();
const NO_REFUSALS: ReadonlyMap<string, string> = new Map();

export function useSelection(): Selection {
  const [ids, setIds] = useState(NONE);
  const [refusals, setRefusals] = useState(NO_REFUSALS);
  const toggle = useCallback((id: string) => {
    setIds((before) => withAll(before, [id], !before.has(id)));
  }, []);
  const setAll = useCallback((all: readonly string[], isSelected: boolean) => {
    setIds((before) => withAll(before, all, isSelected));
  }, []);
  const clear = useCallback(() => {
    setIds(NONE);
    setRefusals(NO_REFUSALS);
  }, []);
  const settle = useCallback((outcomes: readonly BulkOutcome[]) => {
    const refused = outcomes.flatMap(({ id, refusal }) =>
      refusal === null ? [] : [[id, refusal] as const],
    );
    setRefusals(new Map(refused));
    setIds(new Set(refused.map(([id]) => id)));
  }, []);
  return useMemo(
    () => ({ ids, refusals, toggle, setAll, clear, settle }),
    [ids, refusals, toggle, setAll, clear, settle],
  );
}

function withAll(
  before: ReadonlySet<string>,
  ids: readonly string[],
  isSelected: boolean,
): ReadonlySet<string> {
  const after = new Set(before);
  for (const id of ids) {
    if (!isSelected) after.delete(id);
    else if (after.size < MAX_SELECTED) after.add(id);
  }
  return after;
}
