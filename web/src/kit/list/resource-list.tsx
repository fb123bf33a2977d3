import { Box, Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Page } from '../page.js';
import { PageError } from '../page-error.js';
import { type BulkAction, BulkBar } from './bulk-bar.js';
import type { Column, Filter, Identified } from './column.js';
import { EmptyList } from './empty-list.js';
import { ExportButton } from './export-button.js';
import { type ListState, type Sort, useListState } from './list-state.js';
import { Pager } from './pager.js';
import { ResourceTable, TableLoading } from './resource-table.js';
import { ColumnsMenu } from './columns-menu.js';
import { Toolbar } from './toolbar.js';
import { useHeldOrder } from './use-held-order.js';
import { type LoadPage, useListPage } from './use-list-page.js';
import { useSelection } from './use-selection.js';

/** What a list is of, and what can be done with it. Everything in it is to be stable between renders. */
export interface ResourceListProps<Row> {
  readonly title: string;
  /** What it lists, where the title is another word for it, such as `status changes`. */
  readonly things?: string;
  /** The cache's name of the list, which is the exported file's too. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly filters: readonly Filter[];
  readonly searchLabel: string | null;
  readonly defaultSort: Sort | null;
  readonly load: LoadPage<Row>;
  readonly nameOf: (row: Row) => string;
  readonly refetchMs?: number;
  readonly onLoaded?: (ids: readonly string[], sentAt: number) => void;
  readonly bulkActions?: readonly BulkAction[];
  /** Beside the title, such as a button that makes a new one. */
  readonly actions?: ReactNode;
  /** Besides the filters, such as a choice of a brand. */
  readonly tools?: (
    state: ListState,
    change: (patch: Record<string, string | null>) => void,
  ) => ReactNode;
  /** Filters that `tools` sets, by their names in the address. */
  readonly toolIds?: readonly string[];
  /** What to do where there is nothing at all. */
  readonly whenEmpty: ReactNode;
  /** Between the title and the list, such as the way to lists that belong to it. */
  readonly above?: ReactNode;
  /** Within another page, which has the title. */
  readonly isPart?: boolean;
  /** Of what the list is, if not of everything: two scopes of a list share nothing in the cache. */
  readonly scope?: string;
}

/** A list of something: searched, filtered, sorted and paged by the server, its state in the address. */
export function ResourceList<Row extends Identified>(props: ResourceListProps<Row>): ReactNode {
  const { title, name, columns, filters, load, defaultSort, isPart, scope } = props;
  const filterIds = useMemo(
    () => [...filters.map(({ id }) => id), ...(props.toolIds ?? [])],
    [filters, props.toolIds],
  );
  const { state, change } = useListState({ filterIds, defaultSort });
  const key = useMemo(() => [name, scope ?? null], [name, scope]);
  const { refetchMs = null, onLoaded } = props;
  const query = useListPage({ key, state, load, refetchMs, onLoaded });
  const shown = useShownColumns(columns, state.columns);
  const page = query.data?.page;
  const actions = (
    <>
      <ColumnsMenu columns={columns} shown={shown} change={change} />
      <ExportButton name={name} state={state} load={load} columns={columns} />
      {props.actions}
    </>
  );
  const canNarrow = props.searchLabel !== null || filters.length > 0 || props.tools !== undefined;
  const toolbar = canNarrow ? (
    <Toolbar searchLabel={props.searchLabel} filters={filters} state={state} change={change}>
      {props.tools?.(state, change)}
    </Toolbar>
  ) : null;
  const content = (
    <Stack gap="sm">
      {isPart ? (
        <Group justify="space-between" align="flex-start" gap="sm">
          <Box flex="1 1 320px">{toolbar}</Box>
          <Group gap="xs">{actions}</Group>
        </Group>
      ) : (
        toolbar
      )}
      {query.error ? <PageError error={query.error} onRetry={() => void query.refetch()} /> : null}
      {page === undefined && !query.error ? <TableLoading /> : null}
      {page ? (
        <Rows {...props} rows={page.rows} state={state} change={change} shown={shown} />
      ) : null}
      {page ? <Pager state={state} page={page} change={change} /> : null}
    </Stack>
  );
  if (isPart) return content;
  return (
    <Page title={title} aside={page?.totalCount?.toLocaleString('en')} actions={actions}>
      {props.above}
      {content}
    </Page>
  );
}

interface RowsProps<Row> extends ResourceListProps<Row> {
  readonly rows: readonly Row[];
  readonly state: ListState;
  readonly change: (patch: Record<string, string | null>) => void;
  readonly shown: readonly Column<Row>[];
}

function Rows<Row extends Identified>(props: RowsProps<Row>): ReactNode {
  const { title, name, rows, state, change, shown, bulkActions = [], nameOf } = props;
  const things = props.things ?? title.toLowerCase();
  const [isHovered, setIsHovered] = useState(false);
  const selection = useSelection();
  const isHeld = isHovered || selection.ids.size > 0;
  const ordered = useHeldOrder(rows, { isHeld, pageKey: JSON.stringify(state) });
  const listKey = useMemo(() => [name], [name]);
  const showAll = useCallback(() => {
    change(Object.fromEntries(['q', ...Object.keys(state.filters)].map((id) => [id, null])));
  }, [change, state.filters]);
  if (ordered.length === 0) {
    const isNarrowed =
      state.search !== '' || Object.values(state.filters).some((values) => values.length > 0);
    return isNarrowed || state.after !== null ? (
      <EmptyList title={`No ${things} match`}>
        <Button variant="default" mt="xs" onClick={showAll}>
          Show all
        </Button>
      </EmptyList>
    ) : (
      <EmptyList title={`No ${things} yet`}>{props.whenEmpty}</EmptyList>
    );
  }
  const isSelectable = bulkActions.length > 0;
  return (
    <>
      {isSelectable ? (
        <BulkBar actions={bulkActions} selection={selection} listKey={listKey} />
      ) : null}
      <ResourceTable
        label={title}
        rows={ordered}
        columns={shown}
        sort={state.sort}
        change={change}
        nameOf={nameOf}
        selection={isSelectable ? selection : null}
        onHover={setIsHovered}
      />
    </>
  );
}

function useShownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | null,
): readonly Column<Row>[] {
  return useMemo(() => {
    const shown = columns.filter(({ id, isOptional }) =>
      chosen === null ? !isOptional : chosen.includes(id),
    );
    return shown.length > 0 ? shown : columns.filter(({ isOptional }) => !isOptional);
  }, [columns, chosen]);
}
