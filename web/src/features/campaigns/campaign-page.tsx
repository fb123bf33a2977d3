import { Anchor, Group, Stack } from '@mantine/core';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CampaignDetailFragment } from '../../client/generated/graphql.js';
import { MissingPage } from '../../kit/dead-end.js';
import { Page } from '../../kit/page.js';
import { PageError } from '../../kit/page-error.js';
import { PageLoading } from '../../kit/page-loading.js';
import { useWatchCampaigns } from '../../live/use-live-campaigns.js';
import { CampaignHeaderActions } from './campaign-header-actions.js';
import classes from './campaign-page.module.css';
import { CampaignTabs } from './campaign-tabs.js';
import { StatusBadge } from './status-badge.js';
import { useCampaign, useCampaignState } from './use-campaign.js';

/** A campaign: what it is called, what it does now, what can be done with it, and its parts. */
export function CampaignPage(): ReactNode {
  const { campaignId } = useParams({ from: '/campaigns/$campaignId' });
  useWatchCampaigns({ campaignId });
  const { data, error, refetch } = useCampaign(campaignId);
  if (data?.campaign) return <CampaignFrame campaign={data.campaign} />;
  if (data) return <MissingPage thing="campaign" />;
  if (error) return <PageError error={error} onRetry={() => void refetch()} />;
  return <PageLoading />;
}

function CampaignFrame({ campaign }: { readonly campaign: CampaignDetailFragment }): ReactNode {
  const { id, name, brand } = campaign;
  const { status, blockers, desiredStatus } = useCampaignState(campaign);
  return (
    <Page
      title={name}
      aside={
        <Group component="span" gap="sm" className="live">
          <StatusBadge status={status} decidedBy={blockers[0]?.code ?? null} />
          <span className={classes.brand}>
            of{' '}
            <Anchor component={Link} to={`/brands/${brand.id}`} td="underline" c="var(--text)">
              {brand.name}
            </Anchor>
          </span>
        </Group>
      }
      actions={<CampaignHeaderActions campaign={{ id, name, desiredStatus }} />}
    >
      <Stack gap="md">
        <CampaignTabs campaignId={id} />
        <Outlet />
      </Stack>
    </Page>
  );
}
