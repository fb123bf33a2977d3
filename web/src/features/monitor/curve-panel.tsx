import { Anchor, Skeleton } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageError } from '../../kit/page-error.js';
import { useBrandNews } from '../../live/use-live-brands.js';
import classes from './monitor.module.css';
import { Panel } from '../../kit/panel.js';
import { SpendChart } from './spend-chart.js';
import { type BrandCurve, useBrandCurve, useBusiestBrand } from './use-brand-curve.js';
import { WatchedBrandSelect } from './watched-brand-select.js';

export interface CurvePanelProps {
  /** The brand that the whole monitor is of; undefined: all, and the curve is of one of them. */
  readonly brandId: string | undefined;
  readonly now: string;
}

/** What a brand spent today against its budget: the monitor's, the chosen one, or the busiest. */
export function CurvePanel({ brandId, now }: CurvePanelProps): ReactNode {
  const search: { readonly curve?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = brandId ?? search.curve;
  const busiest = useBusiestBrand(asked === undefined);
  const id = asked ?? busiest ?? null;
  const { data: curve, error, refetch } = useBrandCurve(id);
  return (
    <Panel
      title="Spend today"
      aside={curve ? <CurveOf curve={curve} /> : null}
      actions={
        brandId === undefined ? (
          <WatchedBrandSelect
            name="Brand of the curve"
            value={id}
            placeholder="The busiest brand"
            size="xs"
            isClearable={search.curve !== undefined}
            onChange={(chosen) => {
              void navigate({
                to: '.',
                search: { ...search, curve: chosen?.id } as never,
                resetScroll: false,
              });
            }}
          />
        ) : undefined
      }
    >
      {error && !curve ? <PageError error={error} onRetry={() => void refetch()} /> : null}
      {curve ? <Curve key={curve.brand.id} curve={curve} now={now} /> : null}
      {(curve ?? error) ? null : <Skeleton className={classes.curveLoading} />}
    </Panel>
  );
}

function CurveOf({ curve }: { readonly curve: BrandCurve }): ReactNode {
  const { id, name, timeZone } = curve.brand;
  return (
    <>
      <Anchor component={Link} to={`/brands/${id}`} c="var(--text)" fw={550}>
        {name}
      </Anchor>{' '}
      · {timeZone.replaceAll('_', ' ')}
    </>
  );
}

function Curve({ curve, now }: { readonly curve: BrandCurve; readonly now: string }): ReactNode {
  const { brand, hours } = curve;
  const usage = useBrandNews(brand.id)?.today ?? brand.today;
  return <SpendChart series={hours} usage={usage} timeZone={brand.timeZone} now={now} />;
}
