import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  CampaignScheduleDocument,
  type CampaignScheduleQuery,
} from '../../client/generated/graphql.js';
import { useClient } from '../../live/live-context.js';

/** A campaign with its schedule, and when it was so. */
export interface ReadSchedule {
  /** Null: there is no such campaign, or none that the viewer may see. */
  readonly campaign: CampaignScheduleQuery['campaign'];
  readonly clock: ServerClock;
}

/** The server's time, and the instant of `performance.now()` at which it was heard. */
export interface ServerClock {
  readonly serverMs: number;
  readonly heardAt: number;
}

/** Often enough for what others change; an opening or closing is looked at when it is due. */
const REFETCH_MS = 30_000;
/** After the edge of a window, so that the server has it behind it. */
const AFTER_EDGE_MS = 1_500;
const TICK_MS = 10_000;

/** Where a campaign's schedule is in the cache. */
export function scheduleKey(campaignId: string): readonly unknown[] {
  return ['campaign', campaignId, 'schedule'];
}

/** A campaign's schedule, read again when it opens or closes. */
export function useSchedule(campaignId: string): UseQueryResult<ReadSchedule> {
  const { send } = useClient();
  return useQuery({
    queryKey: scheduleKey(campaignId),
    queryFn: async ({ signal }): Promise<ReadSchedule> => {
      const { campaign, overview } = await send(
        CampaignScheduleDocument,
        { id: campaignId },
        signal,
      );
      const clock = { serverMs: Date.parse(overview.at), heardAt: performance.now() };
      return { campaign, clock };
    },
    refetchInterval: ({ state: { data } }) => refetchAfter(data),
  });
}

function refetchAfter(data: ReadSchedule | undefined): number {
  const next = data?.campaign?.schedule.nextChangeAt;
  if (data === undefined || next === null || next === undefined) return REFETCH_MS;
  const untilEdge = Date.parse(next) - data.clock.serverMs + AFTER_EDGE_MS;
  return Math.min(REFETCH_MS, Math.max(AFTER_EDGE_MS, untilEdge));
}

/** The server's time now, which moves on in steps of some seconds. */
export function useServerNow({ serverMs, heardAt }: ServerClock): number {
  const [tick, setTick] = useState(heardAt);
  useEffect(() => {
    const timer = setInterval(() => setTick(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return serverMs + Math.max(0, tick - heardAt);
}
