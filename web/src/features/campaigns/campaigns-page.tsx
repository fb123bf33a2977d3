import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { CampaignsDocument } from '../../client/generated/graphql.js';
import { ResourceList } from '../../kit/list/resource-list.js';
import type { LoadPage } from '../../kit/list/use-list-page.js';
import { useLive } from '../../live/live-context.js';
import { useMay } from '../session/session-context.js';
import type { CampaignListRow } from './campaign-cells.js';
import { CAMPAIGN_COLUMNS } from './campaign-columns.js';
import {
  CAMPAIGN_FILTERS,
  campaignFilterOf,
  campaignOrderOf,
  DEFAULT_SORT,
} from './campaign-filters.js';
import { campaignTools } from './campaign-tools.js';
import { useBulkActions } from './use-bulk-actions.js';
import { useWatchShown } from './use-watch-shown.js';

/** How often the order and the budgets are read again; spend and statuses come by themselves. */
const REFETCH_MS = 10_000;
const TOOL_IDS = ['brand', 'archived'];

/** All campaigns, live. */
export function CampaignsPage(): ReactNode {
  const { brand: brandId }: { brand?: string } = useSearch({ strict: false });
  const may = useMay();
  const load = useLoadCampaigns();
  const bulkActions = useBulkActions();
  const watchShown = useWatchShown();
  return (
    <ResourceList<CampaignListRow>
      title="Campaigns"
      name="campaigns"
      columns={CAMPAIGN_COLUMNS}
      filters={CAMPAIGN_FILTERS}
      tools={campaignTools}
      toolIds={TOOL_IDS}
      searchLabel="Search name or external id"
      defaultSort={DEFAULT_SORT}
      load={load}
      nameOf={({ name }) => name}
      refetchMs={REFETCH_MS}
      onLoaded={watchShown}
      bulkActions={bulkActions}
      actions={
        may('campaign:write') ? (
          <Button
            component={Link}
            to="/campaigns/new"
            search={(brandId === undefined ? {} : { brand: brandId }) as never}
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            New campaign
          </Button>
        ) : null
      }
      whenEmpty="A campaign spends a brand’s money, within budgets and hours. Make the first one."
    />
  );
}

function useLoadCampaigns(): LoadPage<CampaignListRow> {
  const { send } = useLive().client;
  return useCallback(
    async (state, { first, after }, signal) => {
      const filter = campaignFilterOf(state);
      const orderBy = campaignOrderOf(state.sort);
      const { campaigns, overview } = await send(
        CampaignsDocument,
        { first, after, filter, orderBy },
        signal,
      );
      const rows = campaigns.nodes.map((node) => ({ ...node, at: overview.at }));
      return { rows, totalCount: campaigns.totalCount, ...campaigns.pageInfo };
    },
    [send],
  );
}
