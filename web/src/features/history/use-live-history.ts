import { useThrottledCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CampaignStatusChangedDocument } from '../../client/generated/graphql.js';
import { useClient } from '../../live/live-context.js';

/** However many changes come, the list is read again no more often than this. */
const REREAD_AFTER_MS = 1_000;

export interface LiveHistory {
  /** The cache's name of the list. */
  readonly name: string;
  readonly brandId?: string | undefined;
  readonly campaignId?: string | undefined;
}

/** Reads a list of status changes again when there are new ones: they appear on top of it. */
export function useLiveHistory({ name, brandId, campaignId }: LiveHistory): void {
  const client = useClient();
  const queries = useQueryClient();
  const reread = useThrottledCallback(() => {
    void queries.invalidateQueries({ queryKey: [name] });
    // What changed it may have been a person.
    void queries.invalidateQueries({ queryKey: ['changes-by-people'] });
  }, REREAD_AFTER_MS);
  useEffect(
    () =>
      client.subscribe(
        CampaignStatusChangedDocument,
        { brandId: brandId ?? null, campaignId: campaignId ?? null },
        { next: reread },
      ),
    [client, brandId, campaignId, reread],
  );
}
