import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CampaignRowFragment } from '../../client/generated/graphql.js';
import { MoneyText } from '../../kit/format/money-text.js';
import { UsageBar } from '../../kit/usage-bar.js';
import { useCampaignNews } from '../../live/use-live-campaigns.js';
import { paceOf } from './pace.js';
import { StatusBadge } from './status-badge.js';

/** A campaign of a list. */
export interface CampaignListRow extends CampaignRowFragment {
  /** The server's instant at which it was read; absent: nobody asked. */
  readonly at?: string;
}

interface CellProps {
  readonly row: CampaignListRow;
}

/** The name, and the way to the campaign's page. */
export function NameCell({ row }: CellProps): ReactNode {
  return (
    <Anchor component={Link} to={`/campaigns/${row.id}`} fw={500} c="var(--text)" underline="hover">
      {row.name}
    </Anchor>
  );
}

/** Its status, as it is now. */
export function StatusCell({ row }: CellProps): ReactNode {
  const { status, blockers } = useCampaignNews(row.id) ?? row;
  return <StatusBadge status={status} decidedBy={blockers[0]?.code ?? null} />;
}

interface UsageCellProps extends CellProps {
  readonly period: 'today' | 'thisMonth';
}

const LABELS = { today: 'Daily utilisation', thisMonth: 'Monthly utilisation' } as const;

/** How much of a budget is spent, as it is now. */
export function UsageCell({ row, period }: UsageCellProps): ReactNode {
  const usage = useUsage(row, period);
  return (
    <UsageBar
      utilization={usage.utilization}
      label={`${LABELS[period]} of ${row.name}`}
      pace={row.at === undefined ? undefined : paceOf(usage, row.at)}
    />
  );
}

/** What is spent, as it is now. */
export function SpentCell({ row, period }: UsageCellProps): ReactNode {
  return <MoneyText money={useUsage(row, period).spent} />;
}

/** A budget, as it is now. */
export function BudgetCell({ row, period }: UsageCellProps): ReactNode {
  return <MoneyText money={useUsage(row, period).budget} />;
}

function useUsage(row: CampaignListRow, period: 'today' | 'thisMonth') {
  return (useCampaignNews(row.id) ?? row)[period];
}
