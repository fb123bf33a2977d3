import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

export interface Sort {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/** What of a list is shown, as the address says it. */
export interface ListState {
  readonly search: string;
  /** The chosen values of each filter by its id; absent: any. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: Sort | null;
  /** The cursor after which the page begins; null: the first page. */
  readonly after: string | null;
  readonly size: number;
  /** The ids of the columns that are shown; null: those that a list shows at first. */
  readonly columns: readonly string[] | null;
}

/** A change of it; what is null or empty leaves the address. */
export type ListPatch = Readonly<Record<string, string | null>>;

export interface ListSettings {
  readonly filterIds: readonly string[];
  readonly defaultSort: Sort | null;
}

export const PAGE_SIZES = [25, 50, 100] as const;
const DEFAULT_SIZE = 50;
/** With these the page changes to other rows, so that its cursor means nothing any more. */
const KEEPS_PAGE: ReadonlySet<string> = new Set(['after', 'columns']);

/** Reads a list's state from the address, and changes it there: it can be sent, kept and gone back to. */
export function useListState({ filterIds, defaultSort }: ListSettings): {
  readonly state: ListState;
  readonly change: (patch: ListPatch) => void;
} {
  const address: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (patch: ListPatch) => {
      const isSamePage = Object.keys(patch).every((name) => KEEPS_PAGE.has(name));
      const next = { ...address, ...(isSamePage ? {} : { after: null }), ...patch };
      void navigate({ to: '.', search: next as never, resetScroll: false });
    },
    [address, navigate],
  );
  const state = useMemo(
    () => readState(address, { filterIds, defaultSort }),
    [address, filterIds, defaultSort],
  );
  return { state, change };
}

function readState(
  address: Readonly<Record<string, string | undefined>>,
  { filterIds, defaultSort }: ListSettings,
): ListState {
  const size = Number(address.size);
  return {
    search: address.q ?? '',
    filters: Object.fromEntries(filterIds.map((id) => [id, readList(address[id])])),
    sort: readSort(address.sort) ?? defaultSort,
    after: address.after ?? null,
    size: PAGE_SIZES.some((known) => known === size) ? size : DEFAULT_SIZE,
    columns: address.columns === undefined ? null : readList(address.columns),
  };
}

function readList(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(',');
}

/** `NAME` is ascending, `-NAME` descending. */
function readSort(text: string | undefined): Sort | null {
  if (text === undefined || text === '') return null;
  return text.startsWith('-')
    ? { field: text.slice(1), direction: 'DESC' }
    : { field: text, direction: 'ASC' };
}

/** As it is written in the address. */
export function formatSort({ field, direction }: Sort): string {
  return direction === 'DESC' ? `-${field}` : field;
}
