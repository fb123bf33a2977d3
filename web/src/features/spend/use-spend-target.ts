import { useQuery } from '@tanstack/react-query';
import {
  SpendTargetCampaignDocument,
  type SpendTargetFragment,
} from '../../client/generated/graphql.js';
import { useClient } from '../../live/live-context.js';

/** What a campaign did before something was recorded must be what it did just then. */
const REFETCH_MS = 5_000;

/** The campaign whose spend is about to be recorded, with its brand's currency and clocks. */
export function useSpendTarget(id: string | null): SpendTargetFragment | null {
  const { send } = useClient();
  const { data } = useQuery({
    queryKey: ['campaign', id, 'spend-target'],
    queryFn: ({ signal }) => send(SpendTargetCampaignDocument, { id: id ?? '' }, signal),
    enabled: id !== null,
    refetchInterval: REFETCH_MS,
  });
  const campaign = data?.campaign ?? null;
  return campaign?.id === id ? campaign : null;
}
