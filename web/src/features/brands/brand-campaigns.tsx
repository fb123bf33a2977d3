import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { type BrandRowFragment, CampaignsDocument } from '../../client/generated/graphql.js';
import { EmptyList } from '../../kit/list/empty-list.js';
import { ResourceTable, TableLoading } from '../../kit/list/resource-table.js';
import { useHeldOrder } from '../../kit/list/use-held-order.js';
import { PageError } from '../../kit/page-error.js';
import { useLive } from '../../live/live-context.js';
import { CAMPAIGN_COLUMNS } from '../campaigns/campaign-columns.js';
import { useMay } from '../session/session-context.js';
import { Panel } from '../../kit/panel.js';

const SHOWN = 10;
const REFETCH_MS = 10_000;
const SHOWN_COLUMNS: ReadonlySet<string> = new Set([
  'name',
  'status',
  'utilization',
  'spentToday',
  'dailyBudget',
  'monthUtilization',
]);
const NO_ROWS: readonly never[] = [];

/** A brand's campaigns that have used most of their day, live, and the way to all of them. */
export function BrandCampaigns({ brand }: { readonly brand: BrandRowFragment }): ReactNode {
  const query = useTopCampaigns(brand.id);
  const [isHovered, setIsHovered] = useState(false);
  const rows = useHeldOrder(query.data?.campaigns.nodes ?? NO_ROWS, {
    isHeld: isHovered,
    pageKey: brand.id,
  });
  const columns = useMemo(
    () =>
      CAMPAIGN_COLUMNS.filter(({ id }) => SHOWN_COLUMNS.has(id)).map(
        ({ sortField: _, ...column }) => column,
      ),
    [],
  );
  const change = useCallback(() => undefined, []);
  const { totalCount } = brand.campaigns;
  return (
    <Panel title="Campaigns" frame="bare" aside={<WayToAll brand={brand} />}>
      {query.error ? <PageError error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <TableLoading /> : null}
      {rows.length > 0 ? (
        <ResourceTable
          label={totalCount > SHOWN ? `The ${SHOWN} campaigns with the highest use` : 'Campaigns'}
          rows={rows}
          columns={columns}
          sort={null}
          change={change}
          nameOf={({ name }) => name}
          selection={null}
          onHover={setIsHovered}
        />
      ) : null}
      {query.data && rows.length === 0 ? <NoCampaigns brand={brand} /> : null}
    </Panel>
  );
}

function useTopCampaigns(brandId: string) {
  const { client, campaigns } = useLive();
  const query = useQuery({
    queryKey: ['campaigns', 'top', brandId],
    queryFn: async ({ signal }) => {
      const sentAt = performance.now();
      const variables = {
        first: SHOWN,
        filter: { brandId },
        orderBy: { field: 'UTILIZATION', direction: 'DESC' },
      } as const;
      return { ...(await client.send(CampaignsDocument, variables, signal)), sentAt };
    },
    refetchInterval: REFETCH_MS,
  });
  const { data } = query;
  useEffect(() => {
    if (data)
      campaigns.forget(
        data.campaigns.nodes.map(({ id }) => id),
        data.sentAt,
      );
  }, [data, campaigns]);
  return query;
}

function WayToAll({ brand }: { readonly brand: BrandRowFragment }): ReactNode {
  const { totalCount } = brand.campaigns;
  if (totalCount === 0) return null;
  return (
    <Anchor component={Link} to="/campaigns" search={{ brand: brand.id } as never}>
      {totalCount > SHOWN
        ? `The ${SHOWN} with the highest use; see all ${totalCount}`
        : 'See in the list'}
    </Anchor>
  );
}

function NoCampaigns({ brand }: { readonly brand: BrandRowFragment }): ReactNode {
  const may = useMay();
  return (
    <EmptyList title="No campaigns yet">
      {may('campaign:write') && brand.status !== 'ARCHIVED' ? (
        <Anchor component={Link} to="/campaigns/new" search={{ brand: brand.id } as never}>
          Create its first campaign
        </Anchor>
      ) : (
        'Nothing is spent for this brand.'
      )}
    </EmptyList>
  );
}
