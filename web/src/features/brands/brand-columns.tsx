import type { BrandRowFragment } from '../../client/generated/graphql.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { csvMoney } from '../../kit/format/money.js';
import type { Column } from '../../kit/list/column.js';
import {
  BrandBudgetCell,
  BrandCampaignsCell,
  BrandNameCell,
  BrandSpentCell,
  BrandUsageCell,
} from './brand-cells.js';
import { BrandMenu } from './brand-menu.js';
import classes from './brand-columns.module.css';
import { BRAND_STATUSES, BrandStatusBadge } from './brand-status.js';

/** What a list of brands can show. */
export const BRAND_COLUMNS: readonly Column<BrandRowFragment>[] = [
  {
    id: 'name',
    header: 'Brand',
    sortField: 'NAME',
    cell: (row) => <BrandNameCell row={row} />,
    csv: ({ name }) => name,
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => <BrandStatusBadge status={status} />,
    csv: ({ status }) => BRAND_STATUSES[status],
  },
  {
    id: 'campaigns',
    header: 'Campaigns',
    align: 'end',
    cell: (row) => <BrandCampaignsCell row={row} />,
    csv: ({ campaigns }) => String(campaigns.totalCount),
  },
  {
    id: 'utilization',
    header: 'Daily utilisation',
    sortField: 'UTILIZATION',
    cell: (row) => <BrandUsageCell row={row} period="today" />,
    csv: ({ today }) => today.utilization?.toString() ?? '',
  },
  {
    id: 'spentToday',
    header: 'Spent today',
    sortField: 'SPENT_TODAY',
    align: 'end',
    cell: (row) => <BrandSpentCell row={row} period="today" />,
    csv: ({ today }) => csvMoney(today.spent),
  },
  {
    id: 'dailyBudget',
    header: 'Daily budget',
    align: 'end',
    cell: (row) => <BrandBudgetCell row={row} period="today" />,
    csv: ({ dailyBudget }) => csvMoney(dailyBudget),
  },
  {
    id: 'monthUtilization',
    header: 'Monthly utilisation',
    cell: (row) => <BrandUsageCell row={row} period="thisMonth" />,
    csv: ({ thisMonth }) => thisMonth.utilization?.toString() ?? '',
  },
  {
    id: 'spentThisMonth',
    header: 'Spent this month',
    align: 'end',
    isOptional: true,
    cell: (row) => <BrandSpentCell row={row} period="thisMonth" />,
    csv: ({ thisMonth }) => csvMoney(thisMonth.spent),
  },
  {
    id: 'monthlyBudget',
    header: 'Monthly budget',
    align: 'end',
    isOptional: true,
    cell: (row) => <BrandBudgetCell row={row} period="thisMonth" />,
    csv: ({ monthlyBudget }) => csvMoney(monthlyBudget),
  },
  {
    id: 'currency',
    header: 'Currency',
    isOptional: true,
    cell: ({ currency }) => currency,
    csv: ({ currency }) => currency,
  },
  {
    id: 'timeZone',
    header: 'Zone, currency',
    cell: ({ timeZone, currency }) => (
      <span className={classes.zone}>
        {timeZone}
        <span>{currency}</span>
      </span>
    ),
    csv: ({ timeZone }) => timeZone,
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
    cell: ({ createdAt, timeZone }) => <InstantText instant={createdAt} timeZone={timeZone} />,
    csv: ({ createdAt }) => createdAt,
  },
  {
    id: 'actions',
    header: 'Actions',
    align: 'end',
    cell: (row) => <BrandMenu brand={row} />,
  },
];
