import { Button, Skeleton } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { UsageFragment } from '../../client/generated/graphql.js';
import type { Money } from '../../kit/format/money.js';
import { ChartBoundary } from './chart-boundary.js';
import { chartModel } from './chart-model.js';
import { summarise } from './chart-words.js';
import { ensureKnownLanguage } from './ensure-known-language.js';
import classes from './spend-chart.module.css';
import { SpendFacts } from './spend-facts.js';
import { SpendTable } from './spend-table.js';
import { useSteady } from './use-steady.js';

export interface SpendChartProps {
  /** True spend of the day by local hour. */
  readonly series: readonly { readonly start: string; readonly spent: Money }[];
  /** The day as it is now. */
  readonly usage: UsageFragment;
  /** The brand's zone. */
  readonly timeZone: string;
  /** The server's time; null: not known, and nothing is projected. */
  readonly now: string | null;
}

/** Drawn as often as one can follow, however often something is spent. */
const DRAWN_EVERY_MS = 500;

// What draws is large, and nothing but a picture: it comes by itself.
const SpendCanvas = lazy(async () => {
  ensureKnownLanguage();
  const { SpendCanvas: loaded } = await import('./spend-canvas.js');
  return { default: loaded };
});

/** What was spent in a day hour by hour, against its budget, and how it is likely to go on. */
export function SpendChart({ series, usage, timeZone, now }: SpendChartProps): ReactNode {
  const steady = useSteady(usage, DRAWN_EVERY_MS);
  const model = useMemo(
    () => chartModel({ series, usage: steady, timeZone, now }),
    [series, steady, timeZone, now],
  );
  const [isTable, setIsTable] = useState(false);
  const Icon = isTable ? IconChartLine : IconTable;
  return (
    <div className={`${classes.chart} live`}>
      <div className={classes.head}>
        <SpendFacts usage={steady} model={model} />
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.toggle}
          leftSection={<Icon size={15} aria-hidden />}
          onClick={() => {
            setIsTable(!isTable);
          }}
        >
          {isTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </div>
      {isTable ? (
        <SpendTable model={model} />
      ) : (
        <ChartBoundary instead={<SpendTable model={model} />}>
          <Suspense fallback={<Skeleton className={classes.loading} />}>
            <SpendCanvas model={model} label={summarise(model)} />
          </Suspense>
        </ChartBoundary>
      )}
    </div>
  );
}
