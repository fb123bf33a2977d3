import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SpendEntriesList } from '../spend/spend-entries-list.js';
import { useCampaign } from './use-campaign.js';

/** The ledger of a campaign. */
export function CampaignSpend(): ReactNode {
  const { campaignId } = useParams({ from: '/campaigns/$campaignId' });
  const { data } = useCampaign(campaignId);
  if (!data?.campaign) return null;
  return <SpendEntriesList campaignId={campaignId} timeZone={data.campaign.brand.timeZone} />;
}
