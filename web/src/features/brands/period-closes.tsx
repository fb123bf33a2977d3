import { Text } from '@mantine/core';
import { type ReactNode, useCallback } from 'react';
import {
  BrandPeriodClosesDocument,
  type BrandRowFragment,
  type BudgetPeriod,
  type PeriodCloseRowFragment,
} from '../../client/generated/graphql.js';
import type { Filter } from '../../kit/list/column.js';
import { ResourceList } from '../../kit/list/resource-list.js';
import type { LoadPage } from '../../kit/list/use-list-page.js';
import { useClient } from '../../live/live-context.js';
import { Panel } from '../../kit/panel.js';
import { closeColumns, nameOfClose } from './period-close-columns.js';

const FILTERS: readonly Filter[] = [
  {
    id: 'period',
    label: 'Days and months',
    isSingle: true,
    options: [
      { value: 'DAY', label: 'Days' },
      { value: 'MONTH', label: 'Months' },
    ],
  },
];

/** A brand's ended days and months. */
export function PeriodCloses({ brand }: { readonly brand: BrandRowFragment }): ReactNode {
  const { timeZone } = brand;
  return (
    <Panel title="Closed periods" frame="bare">
      <Text fz="sm" c="dimmed">
        Each day and month is closed once, with what was known then. Spend and refunds that came in
        later stand beside it as what is known now; what was closed never changes.
      </Text>
      <ResourceList<PeriodCloseRowFragment>
        title="Closed periods"
        name="period-closes"
        scope={brand.id}
        isPart
        columns={columnsOf(timeZone)}
        filters={FILTERS}
        searchLabel={null}
        defaultSort={null}
        load={useLoadCloses(brand.id)}
        nameOf={nameOfClose}
        whenEmpty="The first one stands here when the brand’s first day has ended."
      />
    </Panel>
  );
}

const known = new Map<string, ReturnType<typeof closeColumns>>();

/** The columns of a zone; the same ones each time, as lists ask for. */
function columnsOf(timeZone: string): ReturnType<typeof closeColumns> {
  const columns = known.get(timeZone) ?? closeColumns(timeZone);
  known.set(timeZone, columns);
  return columns;
}

function useLoadCloses(id: string): LoadPage<PeriodCloseRowFragment> {
  const { send } = useClient();
  return useCallback(
    async ({ filters }, { first, after }, signal) => {
      const period = (filters.period?.[0] ?? null) as BudgetPeriod | null;
      const { brand } = await send(BrandPeriodClosesDocument, { id, first, after, period }, signal);
      const page = brand?.periodCloses;
      return {
        rows: page?.nodes ?? [],
        endCursor: page?.pageInfo.endCursor ?? null,
        hasNextPage: page?.pageInfo.hasNextPage ?? false,
        totalCount: null,
      };
    },
    [send, id],
  );
}
