import { useCallback, useEffect, useSyncExternalStore } from 'react';
import {
  CampaignStatusChangedDocument,
  type CampaignStatusChangedSubscription,
  SpendUpdatedDocument,
} from '../client/generated/graphql.js';
import { useLive } from './live-context.js';
import type { CampaignNews } from './news.js';

/** Which campaigns are watched: all that the viewer may see, those of a brand, one, or some. */
export interface Watched {
  readonly brandId?: string | undefined;
  readonly campaignId?: string | undefined;
  /** At most 100; with none of them nothing is heard. The same array as long as they are the same. */
  readonly campaignIds?: readonly string[] | undefined;
}

export type StatusChangeNews = CampaignStatusChangedSubscription['campaignStatusChanged'];

/** Keeps the news of campaigns up to date for as long as the component is shown. */
export function useWatchCampaigns(
  { brandId, campaignId, campaignIds }: Watched,
  onStatusChange?: (change: StatusChangeNews) => void,
): void {
  const { client, campaigns } = useLive();
  useEffect(() => {
    const variables = {
      brandId: brandId ?? null,
      campaignId: campaignId ?? null,
      campaignIds: campaignIds === undefined ? null : [...campaignIds],
    };
    const endSpend = client.subscribe(SpendUpdatedDocument, variables, {
      next: ({ spendUpdated: { campaign, today, thisMonth } }) => {
        campaigns.put(campaign.id, { ...campaign, today, thisMonth });
      },
    });
    const endStatus = client.subscribe(CampaignStatusChangedDocument, variables, {
      next: ({ campaignStatusChanged: change }) => {
        campaigns.put(change.campaign.id, change.campaign);
        onStatusChange?.(change);
      },
    });
    return () => {
      endSpend();
      endStatus();
    };
  }, [client, campaigns, brandId, campaignId, campaignIds, onStatusChange]);
}

/** What was heard of a campaign since it was read; renders again when there is more. */
export function useCampaignNews(id: string): CampaignNews | undefined {
  const { campaigns } = useLive();
  const subscribe = useCallback(
    (listener: () => void) => campaigns.subscribe(id, listener),
    [campaigns, id],
  );
  return useSyncExternalStore(subscribe, () => campaigns.get(id));
}
