import {
  keepPreviousData,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { OverviewDocument, type OverviewQuery } from '../../client/generated/graphql.js';
import { useClient } from '../../live/live-context.js';
import { BROWSER_TIMERS, Throttle } from './throttle.js';

/** Counts and totals are never older than this, news or none: time alone opens and closes windows. */
const REFETCH_MS = 30_000;
/** With news they are read again, but not more often than this. */
const AT_MOST_EVERY_MS = 1_000;

/** What the monitor shows first. */
export function useOverview(brandId: string | undefined): UseQueryResult<OverviewQuery> {
  const { send } = useClient();
  return useQuery({
    queryKey: ['overview', brandId ?? null],
    queryFn: ({ signal }) => send(OverviewDocument, { brandId: brandId ?? null }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  });
}

/** What is to be called with each piece of news, so that these queries are read again soon. */
export function useRefreshWithNews(name: 'overview' | 'campaigns-at-risk'): () => void {
  const queries = useQueryClient();
  const throttle = useMemo(
    () =>
      new Throttle(
        // What is being read already was asked for after the news, or it is asked for once more.
        () => queries.invalidateQueries({ queryKey: [name] }, { cancelRefetch: false }),
        { everyMs: AT_MOST_EVERY_MS, timers: BROWSER_TIMERS },
      ),
    [queries, name],
  );
  useEffect(() => {
    throttle.resume();
    return () => {
      throttle.stop();
    };
  }, [throttle]);
  return throttle.ask;
}
