import { Checkbox, Skeleton, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, type ReactNode, useCallback } from 'react';
import type { Column, Identified } from './column.js';
import { formatSort, type ListPatch, type Sort } from './list-state.js';
import classes from './resource-table.module.css';
import type { Selection } from './use-selection.js';

export interface ResourceTableProps<Row> {
  /** What the table holds, for those who cannot see it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | null;
  readonly change: (patch: ListPatch) => void;
  /** What a row is called; said of its checkbox. */
  readonly nameOf: (row: Row) => string;
  /** Null: rows cannot be selected. */
  readonly selection: Selection | null;
  readonly onHover: (isHovered: boolean) => void;
}

/** Rows under sortable headings. On a phone each row is a card. */
export function ResourceTable<Row extends Identified>(props: ResourceTableProps<Row>): ReactNode {
  const { label, rows, columns, nameOf, selection, onHover } = props;
  const watchPointer = useCallback(
    (body: HTMLElement | null) => (body === null ? undefined : listenForPointer(body, onHover)),
    [onHover],
  );
  return (
    <div className={classes.frame} tabIndex={0} role="region" aria-label={label}>
      <table className={`${classes.table} live`}>
        <thead>
          <tr>
            {selection ? (
              <th className={classes.check} scope="col">
                <SelectAll ids={rows.map(({ id }) => id)} selection={selection} />
              </th>
            ) : null}
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={props.sort} change={props.change} />
            ))}
          </tr>
        </thead>
        <tbody ref={watchPointer}>
          {rows.map((row) => (
            <MemoRow
              key={row.id}
              row={row}
              columns={columns as readonly Column<never>[]}
              name={nameOf(row)}
              isSelected={selection === null ? null : selection.ids.has(row.id)}
              refusal={selection?.refusals.get(row.id) ?? null}
              onToggle={selection?.toggle ?? null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * Listens without React, to which whatever points at a dialog of a row points at the row: the list
 * would be held for as long as nobody came back to it.
 */
function listenForPointer(
  body: HTMLElement,
  onHover: ResourceTableProps<never>['onHover'],
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  body.addEventListener('pointerenter', () => onHover(true), { signal });
  body.addEventListener('pointerleave', () => onHover(false), { signal });
  return () => {
    listening.abort();
  };
}

interface HeadingProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | null;
  readonly change: (patch: ListPatch) => void;
}

function Heading<Row>({ column, sort, change }: HeadingProps<Row>): ReactNode {
  const { header, sortField, align } = column;
  if (sortField === undefined) {
    return (
      <th scope="col" data-align={align}>
        {header}
      </th>
    );
  }
  const direction = sort?.field === sortField ? sort.direction : null;
  const next = direction === 'DESC' || (direction === null && align !== 'end') ? 'ASC' : 'DESC';
  const Arrow = direction === 'ASC' ? IconArrowUp : IconArrowDown;
  return (
    <th scope="col" data-align={align} aria-sort={ARIA_SORT[direction ?? 'NONE']}>
      <UnstyledButton
        className={classes.sort}
        onClick={() => {
          change({ sort: formatSort({ field: sortField, direction: next }) });
        }}
      >
        {header}
        <Arrow size={14} aria-hidden data-hidden={direction === null} className={classes.arrow} />
      </UnstyledButton>
    </th>
  );
}

const ARIA_SORT = { ASC: 'ascending', DESC: 'descending', NONE: 'none' } as const;

function SelectAll({
  ids,
  selection,
}: {
  ids: readonly string[];
  selection: Selection;
}): ReactNode {
  const count = ids.filter((id) => selection.ids.has(id)).length;
  return (
    <Checkbox
      size="xs"
      aria-label="Select all rows of this page"
      checked={count > 0 && count === ids.length}
      indeterminate={count > 0 && count < ids.length}
      onChange={(event) => {
        selection.setAll(ids, event.currentTarget.checked);
      }}
    />
  );
}

interface RowProps {
  readonly row: Identified;
  readonly columns: readonly Column<never>[];
  readonly name: string;
  readonly isSelected: boolean | null;
  readonly refusal: string | null;
  readonly onToggle: ((id: string) => void) | null;
}

const MemoRow = memo(function Row(props: RowProps): ReactNode {
  const { row, columns, name, isSelected, refusal, onToggle } = props;
  return (
    <tr data-selected={isSelected === true} data-id={row.id}>
      {isSelected === null ? null : (
        <td className={classes.check}>
          <Checkbox
            size="xs"
            aria-label={`Select ${name}`}
            checked={isSelected}
            onChange={() => {
              onToggle?.(row.id);
            }}
          />
        </td>
      )}
      {columns.map((column, place) => (
        <td key={column.id} data-label={column.header} data-align={column.align}>
          {column.cell(row as never)}
          {place === 0 && refusal !== null ? (
            <div className={classes.refusal} role="alert">
              {refusal}
            </div>
          ) : null}
        </td>
      ))}
    </tr>
  );
});

/** What stands where rows will be. */
export function TableLoading(): ReactNode {
  return (
    <div className={classes.frame} aria-busy>
      {Array.from({ length: 10 }, (_, place) => (
        <Skeleton key={place} height={20} m={10} width="auto" />
      ))}
    </div>
  );
}
