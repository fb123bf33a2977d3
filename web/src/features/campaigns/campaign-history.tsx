import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StatusChangeRowFragment } from '../../client/generated/graphql.js';
import type { Filter } from '../../kit/list/column.js';
import { ResourceList } from '../../kit/list/resource-list.js';
import { ChangesByPeople } from '../history/changes-by-people.js';
import { CAMPAIGN_HISTORY_COLUMNS } from '../history/history-columns.js';
import { useLiveHistory } from '../history/use-live-history.js';
import { useLoadHistory } from '../history/use-load-history.js';
import { useMay } from '../session/session-context.js';
import { Panel } from '../../kit/panel.js';
import { useCampaign } from './use-campaign.js';

const NO_FILTERS: readonly Filter[] = [];

/** What became of a campaign, newest first, live; and what people changed about it. */
export function CampaignHistory(): ReactNode {
  const { campaignId } = useParams({ from: '/campaigns/$campaignId' });
  const { data } = useCampaign(campaignId);
  const mayAudit = useMay()('audit:read');
  const name = `history-${campaignId}`;
  useLiveHistory({ name, campaignId });
  const load = useLoadHistory(campaignId);
  if (!data?.campaign) return null;
  const { timeZone, currency } = data.campaign.brand;
  return (
    <Stack gap="md">
      <Panel frame="bare" title="Changes of status" aside={`Times of ${timeZone}`}>
        <ResourceList<StatusChangeRowFragment>
          isPart
          title="Status changes"
          name={name}
          columns={CAMPAIGN_HISTORY_COLUMNS}
          filters={NO_FILTERS}
          searchLabel={null}
          defaultSort={null}
          load={load}
          nameOf={nameOf}
          whenEmpty="Its status has not changed since it was made."
        />
      </Panel>
      {mayAudit ? (
        <ChangesByPeople campaignId={campaignId} surroundings={{ timeZone, currency }} />
      ) : null}
    </Stack>
  );
}

function nameOf({ at }: StatusChangeRowFragment): string {
  return at;
}
