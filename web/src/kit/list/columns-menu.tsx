import { Button, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Column } from './column.js';
import type { ListPatch } from './list-state.js';

export interface ColumnsMenuProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly Column<Row>[];
  readonly change: (patch: ListPatch) => void;
}

/** Chooses the columns that are shown. */
export function ColumnsMenu<Row>({ columns, shown, change }: ColumnsMenuProps<Row>): ReactNode {
  const ids = new Set(shown.map(({ id }) => id));
  const toggle = (id: string): void => {
    const next = columns.filter((one) => (one.id === id ? !ids.has(id) : ids.has(one.id)));
    if (next.length > 0) change({ columns: next.map((one) => one.id).join(',') });
  };
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          Columns
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ id, header }) => (
          <Menu.CheckboxItem
            key={id}
            checked={ids.has(id)}
            onChange={() => {
              toggle(id);
            }}
          >
            {header}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
