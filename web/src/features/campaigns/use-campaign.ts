import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  type CampaignDetailFragment,
  CampaignPageDocument,
  type CampaignPageQuery,
} from '../../client/generated/graphql.js';
import { useLive } from '../../live/live-context.js';
import type { CampaignNews } from '../../live/news.js';
import { useCampaignNews } from '../../live/use-live-campaigns.js';

/** How often what no news speak of is read again: names, flights, what a reset set aside. */
const REFETCH_MS = 15_000;

/** A campaign, and the server's instant at which it was read. */
export type CampaignRead = CampaignPageQuery & { readonly sentAt: number };

/** Reads a campaign; all parts of its page share what was read. */
export function useCampaign(id: string): UseQueryResult<CampaignRead> {
  const { client, campaigns } = useLive();
  const query = useQuery({
    queryKey: ['campaign', id],
    queryFn: async ({ signal }): Promise<CampaignRead> => {
      const sentAt = performance.now();
      return { ...(await client.send(CampaignPageDocument, { id }, signal)), sentAt };
    },
    refetchInterval: REFETCH_MS,
  });
  const { data } = query;
  useEffect(() => {
    if (data) campaigns.forget([id], data.sentAt);
  }, [campaigns, data, id]);
  return query;
}

/** The state of a campaign as it is now: what was heard of it since, or what was read. */
export function useCampaignState(campaign: CampaignDetailFragment): CampaignNews {
  return useCampaignNews(campaign.id) ?? campaign;
}
