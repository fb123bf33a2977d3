import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useLive } from '../../live/live-context.js';
import { useWatchCampaigns } from '../../live/use-live-campaigns.js';

/** By then the server has taken up a new subscription. */
const TAKEN_UP_AFTER_MS = 300;
const NONE: readonly string[] = [];

/**
 * Watches the campaigns on the screen and no others: of thousands that spend, a page shows a hundred.
 * What it gives is to be told which these are, and when they were asked for.
 */
export function useWatchShown(): (ids: readonly string[], sentAt: number) => void {
  const { campaigns } = useLive();
  const queries = useQueryClient();
  const [shown, setShown] = useState(NONE);
  useWatchCampaigns({ campaignIds: shown });
  useEffect(() => {
    if (shown.length === 0) return undefined;
    // What happened after they were read, and before they were watched, nobody told.
    const timer = setTimeout(() => {
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
    }, TAKEN_UP_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [queries, shown]);
  return useCallback(
    (ids, sentAt) => {
      campaigns.forget(ids, sentAt);
      const sorted = ids.toSorted();
      setShown((before) => (before.join() === sorted.join() ? before : sorted));
    },
    [campaigns],
  );
}
