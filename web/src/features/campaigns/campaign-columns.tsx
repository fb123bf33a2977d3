import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { csvMoney } from '../../kit/format/money.js';
import { InstantText } from '../../kit/format/instant-text.js';
import type { Column } from '../../kit/list/column.js';
import { describeStatus } from './blockers.js';
import { CampaignMenu } from './campaign-menu.js';
import {
  BudgetCell,
  type CampaignListRow,
  NameCell,
  SpentCell,
  StatusCell,
  UsageCell,
} from './campaign-cells.js';

/** What a list of campaigns can show. */
export const CAMPAIGN_COLUMNS: readonly Column<CampaignListRow>[] = [
  {
    id: 'name',
    header: 'Campaign',
    sortField: 'NAME',
    cell: (row) => <NameCell row={row} />,
    csv: ({ name }) => name,
  },
  {
    id: 'brand',
    header: 'Brand',
    cell: ({ brand }) => (
      <Anchor component={Link} to={`/brands/${brand.id}`} c="var(--text)" underline="hover">
        {brand.name}
      </Anchor>
    ),
    csv: ({ brand }) => brand.name,
  },
  {
    id: 'status',
    header: 'Status',
    cell: (row) => <StatusCell row={row} />,
    csv: ({ status, blockers }) => describeStatus(status, blockers[0]?.code ?? null).text,
  },
  {
    id: 'utilization',
    header: 'Daily utilisation',
    sortField: 'UTILIZATION',
    cell: (row) => <UsageCell row={row} period="today" />,
    csv: ({ today }) => today.utilization?.toString() ?? '',
  },
  {
    id: 'spentToday',
    header: 'Spent today',
    sortField: 'SPENT_TODAY',
    align: 'end',
    cell: (row) => <SpentCell row={row} period="today" />,
    csv: ({ today }) => csvMoney(today.spent),
  },
  {
    id: 'dailyBudget',
    header: 'Daily budget',
    align: 'end',
    cell: (row) => <BudgetCell row={row} period="today" />,
    csv: ({ dailyBudget }) => csvMoney(dailyBudget),
  },
  {
    id: 'monthUtilization',
    header: 'Monthly utilisation',
    isOptional: true,
    cell: (row) => <UsageCell row={row} period="thisMonth" />,
    csv: ({ thisMonth }) => thisMonth.utilization?.toString() ?? '',
  },
  {
    id: 'spentThisMonth',
    header: 'Spent this month',
    align: 'end',
    isOptional: true,
    cell: (row) => <SpentCell row={row} period="thisMonth" />,
    csv: ({ thisMonth }) => csvMoney(thisMonth.spent),
  },
  {
    id: 'monthlyBudget',
    header: 'Monthly budget',
    align: 'end',
    isOptional: true,
    cell: (row) => <BudgetCell row={row} period="thisMonth" />,
    csv: ({ monthlyBudget }) => csvMoney(monthlyBudget),
  },
  {
    id: 'currency',
    header: 'Currency',
    isOptional: true,
    cell: ({ brand }) => brand.currency,
    csv: ({ brand }) => brand.currency,
  },
  {
    id: 'externalId',
    header: 'External id',
    isOptional: true,
    cell: ({ externalId }) => externalId ?? '–',
    csv: ({ externalId }) => externalId ?? '',
  },
  {
    id: 'createdAt',
    header: 'Created',
    sortField: 'CREATED_AT',
    isOptional: true,
    cell: ({ createdAt, brand }) => <InstantText instant={createdAt} timeZone={brand.timeZone} />,
    csv: ({ createdAt }) => createdAt,
  },
  {
    id: 'actions',
    header: 'Actions',
    align: 'end',
    cell: (row) => <CampaignMenu row={row} />,
  },
];
