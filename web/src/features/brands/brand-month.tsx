import { Anchor, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type BrandRowFragment, BrandSpendDocument } from '../../client/generated/graphql.js';
import { DayBars } from '../../kit/day-bars.js';
import { MoneyText } from '../../kit/format/money-text.js';
import { PageError } from '../../kit/page-error.js';
import { useClient } from '../../live/live-context.js';
import { useBrandUsage } from './brand-cells.js';
import { Panel } from '../../kit/panel.js';
import { sumOf } from '../../kit/format/exact-amounts.js';

const REFETCH_MS = 60_000;
const DAYS = 30;
const MS_PER_DAY = 86_400_000;

/** What a brand spent on each of the last thirty days, today included. */
export function BrandMonth({ brand }: { readonly brand: BrandRowFragment }): ReactNode {
  const { send } = useClient();
  const { periodStart, periodEnd: to } = useBrandUsage(brand, 'today');
  // The first point holds this instant, so an hour more or less for summer time does not matter.
  const from = new Date(Date.parse(periodStart) - (DAYS - 1) * MS_PER_DAY + MS_PER_DAY / 8);
  const { data, error, refetch } = useQuery({
    queryKey: ['brand', brand.id, 'days', periodStart, to],
    queryFn: async ({ signal }) => {
      const variables = { id: brand.id, granularity: 'DAY', from: from.toISOString(), to } as const;
      const { brand: found } = await send(BrandSpendDocument, variables, signal);
      return found?.spendSeries ?? [];
    },
    placeholderData: keepPreviousData,
    refetchInterval: REFETCH_MS,
  });
  const total = data ? sumOf(data.map(({ spent }) => spent)) : null;
  return (
    <Panel
      title={`The last ${DAYS} days`}
      aside={
        total ? (
          <>
            <MoneyText money={total} /> in all ·{' '}
            <Anchor
              component={Link}
              to="/spend"
              search={{ brand: brand.id } as never}
              underline="always"
            >
              See the ledger
            </Anchor>
          </>
        ) : undefined
      }
    >
      {error ? <PageError error={error} onRetry={() => void refetch()} /> : null}
      {data ? <DayBars days={data} budget={brand.dailyBudget} timeZone={brand.timeZone} /> : null}
      {!data && !error ? <Skeleton height={200} /> : null}
    </Panel>
  );
}
