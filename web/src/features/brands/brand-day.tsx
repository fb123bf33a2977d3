import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import {
  BrandOverviewDocument,
  type BrandRowFragment,
  BrandSpendDocument,
} from '../../client/generated/graphql.js';
import { PageError } from '../../kit/page-error.js';
import { useClient } from '../../live/live-context.js';
import { useBrandUsage } from './brand-cells.js';
import { Panel } from '../../kit/panel.js';

const REFETCH_MS = 15_000;
const HEIGHT = 240;

// The chart's library is loaded by pages that show it.
const SpendChart = lazy(async () => {
  const { SpendChart: chart } = await import('../monitor/spend-chart.js');
  return { default: chart };
});

/** How a brand's day went so far, hour by hour, against its budget. */
export function BrandDay({ brand }: { readonly brand: BrandRowFragment }): ReactNode {
  const { send } = useClient();
  const usage = useBrandUsage(brand, 'today');
  const { periodStart: from, periodEnd: to } = usage;
  const { data, error, refetch } = useQuery({
    queryKey: ['brand', brand.id, 'day', from, to],
    queryFn: async ({ signal }) => {
      const [spend, now] = await Promise.all([
        send(BrandSpendDocument, { id: brand.id, granularity: 'HOUR', from, to }, signal),
        send(BrandOverviewDocument, { brandId: brand.id }, signal),
      ]);
      return { series: spend.brand?.spendSeries ?? [], now: now.overview.at };
    },
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  });
  return (
    <Panel title="The day so far" aside={`on the clocks of ${brand.timeZone}`}>
      {error ? <PageError error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <Suspense fallback={<Skeleton height={HEIGHT} />}>
          <SpendChart series={data.series} usage={usage} timeZone={brand.timeZone} now={data.now} />
        </Suspense>
      ) : null}
      {!data && !error ? <Skeleton height={HEIGHT} /> : null}
    </Panel>
  );
}
