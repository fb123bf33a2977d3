import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PeriodCloseRowFragment } from '../../client/generated/graphql.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { csvMoney, formatCoins } from '../../kit/format/money.js';
import { MoneyText } from '../../kit/format/money-text.js';
import { formatDate, formatMonth } from '../../kit/format/time.js';
import type { Column } from '../../kit/list/column.js';
import { UsageBar } from '../../kit/usage-bar.js';
import { differenceOf, isPositive, shareOf } from '../../kit/format/exact-amounts.js';

/** A closed period by its date, such as `24 Nov 2026` or `October 2026`. */
export function nameOfClose({ period, date }: PeriodCloseRowFragment): string {
  return period === 'DAY' ? formatDate(date) : formatMonth(date);
}

/** What a list of a brand's closed periods can show, on the brand's clocks. */
export function closeColumns(timeZone: string): readonly Column<PeriodCloseRowFragment>[] {
  return [
    {
      id: 'date',
      header: 'Period',
      cell: (row) => (
        <Text component="span" inherit fw={row.period === 'MONTH' ? 620 : 500}>
          {nameOfClose(row)}
        </Text>
      ),
      csv: ({ date }) => date,
    },
    {
      id: 'period',
      header: 'Kind',
      cell: ({ period }) => (period === 'DAY' ? 'Day' : 'Month'),
      csv: ({ period }) => (period === 'DAY' ? 'Day' : 'Month'),
    },
    {
      id: 'utilization',
      header: 'Utilisation',
      cell: (row) => (
        <UsageBar
          utilization={shareOf(row.spent, row.budget)}
          label={`Utilisation of ${nameOfClose(row)}`}
        />
      ),
      csv: ({ spent, budget }) => shareOf(spent, budget)?.toString() ?? '',
    },
    {
      id: 'spent',
      header: 'Spent when closed',
      align: 'end',
      cell: ({ spent }) => <MoneyText money={spent} />,
      csv: ({ spent }) => csvMoney(spent),
    },
    {
      id: 'budget',
      header: 'Budget then',
      align: 'end',
      cell: ({ budget }) => <MoneyText money={budget} />,
      csv: ({ budget }) => csvMoney(budget),
    },
    {
      id: 'restated',
      header: 'Spent as known now',
      align: 'end',
      cell: (row) => <Restated row={row} />,
      csv: ({ restatedSpent, spent }) => csvMoney(restatedSpent ?? spent),
    },
    {
      id: 'closedAt',
      header: 'Closed',
      cell: ({ closedAt }) => <InstantText instant={closedAt} timeZone={timeZone} />,
      csv: ({ closedAt }) => closedAt,
    },
  ];
}

function Restated({ row: { spent, restatedSpent } }: { row: PeriodCloseRowFragment }): ReactNode {
  if (restatedSpent === null) {
    return (
      <Text component="span" inherit c="dimmed">
        the same
      </Text>
    );
  }
  const added = differenceOf(restatedSpent, spent);
  const sign = isPositive(added) ? '+' : '';
  return (
    <span>
      <MoneyText money={restatedSpent} />
      <Text component="span" fz="xs" c="dimmed" className="number" pl={6}>
        {sign}
        {formatCoins(added)}
      </Text>
    </span>
  );
}
