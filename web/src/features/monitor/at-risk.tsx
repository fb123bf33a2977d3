import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { Column } from '../../kit/list/column.js';
import { PageError } from '../../kit/page-error.js';
import { ResourceTable, TableLoading } from '../../kit/list/resource-table.js';
import { useHeldOrder } from '../../kit/list/use-held-order.js';
import {
  BudgetCell,
  NameCell,
  SpentCell,
  StatusCell,
  UsageCell,
} from '../campaigns/campaign-cells.js';
import classes from './at-risk.module.css';
import { ExhaustionCell } from './exhaustion-cell.js';
import { type CampaignAtRisk, useAtRisk } from './use-at-risk.js';

export interface AtRiskProps {
  readonly brandId: string | undefined;
  readonly now: string;
}

const NONE: readonly CampaignAtRisk[] = [];
const nothing = (): void => undefined;

/** Campaigns that run, and will soon have used up their day. Their order stands while one points at it. */
export function AtRisk({ brandId, now }: AtRiskProps): ReactNode {
  const { data, error, refetch } = useAtRisk(brandId, now);
  const [isHovered, setIsHovered] = useState(false);
  const rows = useHeldOrder(data?.rows ?? NONE, { isHeld: isHovered, pageKey: brandId ?? '' });
  const readAt = data?.readAt ?? now;
  const columns = useMemo(() => columnsAt(readAt), [readAt]);
  if (data === undefined && error) {
    return <PageError error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <TableLoading />;
  if (rows.length === 0) {
    return (
      <p className={classes.none}>
        No campaign that runs has used 70 % of its daily budget.{' '}
        <Anchor component={Link} to="/campaigns" underline="always">
          See all campaigns
        </Anchor>
      </p>
    );
  }
  return (
    <div className={classes.table}>
      <ResourceTable
        label="Campaigns at risk"
        rows={rows}
        columns={columns}
        sort={null}
        change={nothing}
        nameOf={({ name }) => name}
        selection={null}
        onHover={setIsHovered}
      />
    </div>
  );
}

function columnsAt(readAt: string): readonly Column<CampaignAtRisk>[] {
  return [
    {
      id: 'name',
      header: 'Campaign',
      cell: (row) => (
        <span className={classes.name}>
          <NameCell row={row} />
          <Anchor component={Link} to={`/brands/${row.brand.id}`} className={classes.brand}>
            {row.brand.name}
          </Anchor>
        </span>
      ),
    },
    { id: 'status', header: 'Status', cell: (row) => <StatusCell row={row} /> },
    {
      id: 'utilization',
      header: 'Daily utilisation',
      cell: (row) => <UsageCell row={row} period="today" />,
    },
    {
      id: 'spent',
      header: 'Spent today',
      align: 'end',
      cell: (row) => <SpentCell row={row} period="today" />,
    },
    {
      id: 'budget',
      header: 'Daily budget',
      align: 'end',
      cell: (row) => <BudgetCell row={row} period="today" />,
    },
    {
      id: 'exhaustion',
      header: 'Exhausted at',
      align: 'end',
      cell: (row) => <ExhaustionCell row={row} readAt={readAt} />,
    },
  ];
}
