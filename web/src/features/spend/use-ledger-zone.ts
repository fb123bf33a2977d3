import { type QueryClient, useQuery } from '@tanstack/react-query';
import { SpendZoneDocument } from '../../client/generated/graphql.js';
import type { Send } from '../../client/send.js';
import { ownZone } from '../../kit/format/time.js';
import { useClient } from '../../live/live-context.js';

/** What the ledger is narrowed down to. */
export interface LedgerOwner {
  readonly brandId: string | null;
  readonly campaignId: string | null;
}

/** A brand's zone never goes stale while one looks at its ledger. */
const STALE_AFTER_MS = 5 * 60_000;

function zoneQuery(send: Send, { brandId, campaignId }: LedgerOwner) {
  return {
    queryKey: ['ledger-zone', brandId, campaignId],
    queryFn: async (): Promise<string> => {
      if (brandId === null && campaignId === null) return ownZone();
      const { brand, campaign } = await send(SpendZoneDocument, {
        brandId: brandId ?? '',
        campaignId: campaignId ?? '',
        ofBrand: brandId !== null,
        ofCampaign: campaignId !== null,
      });
      return brand?.timeZone ?? campaign?.brand.timeZone ?? ownZone();
    },
    staleTime: STALE_AFTER_MS,
  };
}

/** The zone of the ledger's dates: the brand's, or the viewer's own where there are several. */
export function readLedgerZone(
  queries: QueryClient,
  send: Send,
  owner: LedgerOwner,
): Promise<string> {
  return queries.query(zoneQuery(send, owner));
}

/** The same, to be shown; undefined until it is known. */
export function useLedgerZone(owner: LedgerOwner): string | undefined {
  const { send } = useClient();
  return useQuery(zoneQuery(send, owner)).data;
}
