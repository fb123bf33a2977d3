import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import {
  type CampaignDetailFragment,
  CampaignSpendSeriesDocument,
  type UsageFragment,
} from '../../client/generated/graphql.js';
import { DayBars } from '../../kit/day-bars.js';
import { PageError } from '../../kit/page-error.js';
import { useClient } from '../../live/live-context.js';
import classes from './campaign-overview.module.css';
import { Panel } from '../../kit/panel.js';
import { useCampaignState } from './use-campaign.js';

const SpendChart = lazy(async () => ({
  default: (await import('../monitor/spend-chart.js')).SpendChart,
}));

const REFETCH_MS = 15_000;
const MS_PER_DAY = 86_400_000;
/** Noon of the 29th day before this one, give or take a change of the clocks. */
const SINCE_MS = 28.5 * MS_PER_DAY;
const CHART_HEIGHT = 340;

export interface SpendPanelsProps {
  readonly campaign: CampaignDetailFragment;
  /** The server's instant. */
  readonly now: string;
}

/** What a campaign spent today, hour by hour, and on each of the last 30 days. */
export function SpendPanels({ campaign, now }: SpendPanelsProps): ReactNode {
  const { today } = useCampaignState(campaign);
  const { timeZone } = campaign.brand;
  const { data, error, refetch } = useSpendSeries(campaign.id, today);
  if (error) return <PageError error={error} onRetry={() => void refetch()} />;
  const waiting = <Skeleton height={CHART_HEIGHT} />;
  const series = data?.campaign;
  return (
    <>
      <div className={classes.whole}>
        <Panel title="Spend today">
          {series ? (
            <Suspense fallback={waiting}>
              <SpendChart series={series.hours} usage={today} timeZone={timeZone} now={now} />
            </Suspense>
          ) : (
            waiting
          )}
        </Panel>
      </div>
      <div className={classes.wide}>
        <Panel title="The last 30 days" aside="True spend of each local day">
          {series ? (
            <DayBars days={series.days} budget={today.budget} timeZone={timeZone} />
          ) : (
            <Skeleton height={200} />
          )}
        </Panel>
      </div>
    </>
  );
}

function useSpendSeries(id: string, { periodStart, periodEnd }: UsageFragment) {
  const { send } = useClient();
  return useQuery({
    queryKey: ['campaign', id, 'series', periodStart],
    queryFn: ({ signal }) => {
      const since = new Date(Date.parse(periodStart) - SINCE_MS).toISOString();
      return send(
        CampaignSpendSeriesDocument,
        { id, dayStart: periodStart, dayEnd: periodEnd, since },
        signal,
      );
    },
    refetchInterval: REFETCH_MS,
    placeholderData: keepPreviousData,
  });
}
