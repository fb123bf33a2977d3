import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BrandRowFragment, UsageFragment } from '../../client/generated/graphql.js';
import { MoneyText } from '../../kit/format/money-text.js';
import { UsageBar } from '../../kit/usage-bar.js';
import { useBrandNews } from '../../live/use-live-brands.js';

interface CellProps {
  readonly row: BrandRowFragment;
}

/** The name, and the way to the brand's page. */
export function BrandNameCell({ row }: CellProps): ReactNode {
  return (
    <Anchor component={Link} to={`/brands/${row.id}`} fw={500} c="var(--text)" underline="hover">
      {row.name}
    </Anchor>
  );
}

/** How many campaigns it has, and the way to them. */
export function BrandCampaignsCell({ row }: CellProps): ReactNode {
  const { totalCount } = row.campaigns;
  return (
    <Anchor
      component={Link}
      to="/campaigns"
      search={{ brand: row.id } as never}
      aria-label={`Campaigns of ${row.name}: ${totalCount}`}
      c="var(--accent)"
      underline="hover"
    >
      {totalCount}
    </Anchor>
  );
}

interface UsageCellProps extends CellProps {
  readonly period: 'today' | 'thisMonth';
}

const LABELS = { today: 'Daily utilisation', thisMonth: 'Monthly utilisation' } as const;

/** How much of the brand's own budget is spent, as it is now. */
export function BrandUsageCell({ row, period }: UsageCellProps): ReactNode {
  const { utilization } = useBrandUsage(row, period);
  return <UsageBar utilization={utilization} label={`${LABELS[period]} of ${row.name}`} />;
}

/** What all its campaigns have spent together, as it is now. */
export function BrandSpentCell({ row, period }: UsageCellProps): ReactNode {
  return <MoneyText money={useBrandUsage(row, period).spent} />;
}

/** The brand's own budget, as it is now. */
export function BrandBudgetCell({ row, period }: UsageCellProps): ReactNode {
  return <MoneyText money={useBrandUsage(row, period).budget} />;
}

/** A brand's day or month as it is now. */
export function useBrandUsage(row: BrandRowFragment, period: 'today' | 'thisMonth'): UsageFragment {
  return (useBrandNews(row.id) ?? row)[period];
}
