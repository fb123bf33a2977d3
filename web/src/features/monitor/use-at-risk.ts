import {
  keepPreviousData,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  CampaignsAtRiskDocument,
  type CampaignsAtRiskQuery,
  type OverviewQuery,
} from '../../client/generated/graphql.js';
import { useLive } from '../../live/live-context.js';
import { PACE_WINDOW_MS } from './projection.js';

export type CampaignAtRisk = CampaignsAtRiskQuery['campaigns']['nodes'][number];

/** Campaigns that are about to use up their day, and what is known of their pace. */
export interface AtRisk {
  readonly rows: readonly CampaignAtRisk[];
  /** The instant up to which their hours were read. */
  readonly readAt: string;
  /** When it was asked for, as `performance.now()` counts. */
  readonly sentAt: number;
}

/** From this share on a campaign is listed. */
const UTILIZATION_AT_LEAST = 0.7;
/** Their order is read again so often; what they spend comes by itself. */
const REFETCH_MS = 5_000;

/**
X
 * undefined: not known yet, and nothing is read.
 */
export function useAtRisk(brandId: string | undefined, now: string): UseQueryResult<AtRisk> {
  const { client, campaigns } = useLive();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['campaigns-at-risk', brandId ?? null],
    queryFn: async ({ signal }): Promise<AtRisk> => {
      const known = queries.getQueryData<OverviewQuery>(['overview', brandId ?? null]);
      const readAt = known?.overview.at ?? now;
      const from = new Date(Date.parse(readAt) - PACE_WINDOW_MS).toISOString();
      const filter = {
        status: ['ACTIVE' as const],
        utilizationAtLeast: UTILIZATION_AT_LEAST,
        ...(brandId === undefined ? {} : { brandId }),
      };
      const sentAt = performance.now();
      const answer = await client.send(
        CampaignsAtRiskDocument,
        { filter, from, to: readAt },
        signal,
      );
      return { rows: answer.campaigns.nodes, readAt, sentAt };
    },
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  });
  const { data } = query;
  useEffect(() => {
    if (data) {
      campaigns.forget(
        data.rows.map(({ id }) => id),
        data.sentAt,
      );
    }
  }, [data, campaigns]);
  return query;
}
