import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Identified, LoadedPage, PageOf } from './column.js';
import type { ListState } from './list-state.js';

/** Reads a page of a list. */
export type LoadPage<Row> = (
  state: ListState,
  page: PageOf,
  signal: AbortSignal,
) => Promise<LoadedPage<Row>>;

export interface ListPageOptions<Row> {
  /** What the list is called in the cache; mutations invalidate it by this name. */
  readonly key: readonly unknown[];
  readonly state: ListState;
  readonly load: LoadPage<Row>;
  /** How often it is read again, as for its order; null: not by itself. */
  readonly refetchMs: number | null;
  /** Rows were read with a request that was sent at an instant of `performance.now()`. */
  readonly onLoaded?: ((ids: readonly string[], sentAt: number) => void) | undefined;
}

/** A page, and when it was asked for. */
export interface Dated<Row> {
  readonly page: LoadedPage<Row>;
  readonly sentAt: number;
}

/** The page of the list that the address asks for. The page before stays until it is there. */
export function useListPage<Row extends Identified>(
  options: ListPageOptions<Row>,
): UseQueryResult<Dated<Row>> {
  const { key, state, load, refetchMs, onLoaded } = options;
  const { search, filters, sort, after, size } = state;
  const query = useQuery({
    queryKey: [...key, { search, filters, sort, after, size }],
    queryFn: async ({ signal }): Promise<Dated<Row>> => {
      const sentAt = performance.now();
      const page = await load(state, { first: size, after }, signal);
      return { page, sentAt };
    },
    placeholderData: keepPreviousData,
    refetchInterval: refetchMs ?? false,
  });
  const { data } = query;
  useEffect(() => {
    if (data) {
      onLoaded?.(
        data.page.rows.map(({ id }) => id),
        data.sentAt,
      );
    }
  }, [data, onLoaded]);
  return query;
}
