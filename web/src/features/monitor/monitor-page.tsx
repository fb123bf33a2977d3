import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { HasBrandsDocument } from '../../client/generated/graphql.js';
import { EmptyList } from '../../kit/list/empty-list.js';
import { Page } from '../../kit/page.js';
import { PageError } from '../../kit/page-error.js';
import { PageLoading } from '../../kit/page-loading.js';
import { useClient } from '../../live/live-context.js';
import { useWatchBrands } from '../../live/use-live-brands.js';
import { type StatusChangeNews, useWatchCampaigns } from '../../live/use-live-campaigns.js';
import { DemoHint } from './demo-hint.js';
import { FirstSteps } from './first-steps.js';
import { MonitorPanels } from './monitor-panels.js';
import { useChangeStream } from './use-change-stream.js';
import { useOverview, useRefreshWithNews } from './use-overview.js';
import { WatchedBrandSelect } from './watched-brand-select.js';

/** What all campaigns do now, or those of one brand: the first page that anybody sees. */
export function MonitorPage(): ReactNode {
  const search: { readonly brand?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { brand: brandId } = search;
  return (
    <Page
      title="Live monitor"
      actions={
        <WatchedBrandSelect
          name="Brand"
          value={brandId ?? null}
          placeholder="All brands"
          size="sm"
          isClearable={brandId !== undefined}
          onChange={(chosen) => {
            void navigate({ to: '.', search: { brand: chosen?.id } as never });
          }}
        />
      }
    >
      <DemoHint />
      <Monitor brandId={brandId} />
    </Page>
  );
}

function Monitor({ brandId }: { readonly brandId: string | undefined }): ReactNode {
  const { data, error, refetch } = useOverview(brandId);
  const refreshOverview = useRefreshWithNews('overview');
  const refreshAtRisk = useRefreshWithNews('campaigns-at-risk');
  const stream = useChangeStream(brandId);
  const onStatusChange = useCallback(
    (change: StatusChangeNews) => {
      stream.hear(change);
      refreshOverview();
      refreshAtRisk();
    },
    [stream, refreshOverview, refreshAtRisk],
  );
  useWatchCampaigns({ brandId }, onStatusChange);
  useWatchBrands(brandId, refreshOverview);
  const hasBrands = useHasBrands();
  if (data === undefined) {
    return error ? <PageError error={error} onRetry={() => void refetch()} /> : <PageLoading />;
  }
  const { overview } = data;
  if (overview.counts.length === 0) {
    if (brandId !== undefined) return <EmptyBrand />;
    return hasBrands === undefined ? <PageLoading /> : <FirstSteps hasBrands={hasBrands} />;
  }
  return <MonitorPanels overview={overview} brandId={brandId} stream={stream} />;
}

function EmptyBrand(): ReactNode {
  return (
    <EmptyList title="Nothing to watch here">
      This brand has no campaigns, or you may not see it.{' '}
      <Anchor component={Link} to="/" underline="always">
        Watch all brands
      </Anchor>
    </EmptyList>
  );
}

/** Whether there is any brand; undefined: not known yet. */
function useHasBrands(): boolean | undefined {
  const { send } = useClient();
  const { data } = useQuery({
    queryKey: ['brands', 'any'],
    queryFn: ({ signal }) => send(HasBrandsDocument, {}, signal),
  });
  return data && data.brands.totalCount > 0;
}
