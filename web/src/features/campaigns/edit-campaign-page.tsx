import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CampaignToEditDocument } from '../../client/generated/graphql.js';
import { NotAllowed } from '../../kit/dead-end.js';
import { PageError } from '../../kit/page-error.js';
import { PageLoading } from '../../kit/page-loading.js';
import { useClient } from '../../live/live-context.js';
import { useMay } from '../session/session-context.js';
import { EditCampaignForm } from './edit-campaign-form.js';

/** Changes a campaign. */
export function EditCampaignPage(): ReactNode {
  const { campaignId } = useParams({ from: '/campaigns/$campaignId' });
  const { send } = useClient();
  const may = useMay();
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    queryKey: ['campaign', campaignId, 'edit'],
    queryFn: async ({ signal }) => send(CampaignToEditDocument, { id: campaignId }, signal),
    // What is being typed in is only read again if somebody asks.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    gcTime: 0,
  });
  if (!may('campaign:write')) return <NotAllowed thing="campaign" />;
  if (error && !data) return <PageError error={error} onRetry={() => void refetch()} />;
  if (!data || !isFetchedAfterMount) return <PageLoading />;
  return data.campaign ? <EditCampaignForm campaign={data.campaign} /> : null;
}
