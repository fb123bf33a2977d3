import {
  Checkbox,
  CloseButton,
  Group,
  Menu,
  Button,
  MultiSelect,
  Select,
  TextInput,
} from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconColumns3, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Column, Filter } from './column.js';
import type { ListPatch, ListState } from './list-state.js';
import classes from './toolbar.module.css';

const SEARCH_AFTER_MS = 250;

export interface ToolbarProps {
  /** What the search looks in; null: the list cannot be searched. */
  readonly searchLabel: string | null;
  readonly filters: readonly Filter[];
  readonly state: ListState;
  readonly change: (patch: ListPatch) => void;
  /** More ways to narrow the list down. */
  readonly children?: ReactNode;
}

/** What a list is narrowed down by. */
export function Toolbar({
  searchLabel,
  filters,
  state,
  change,
  children,
}: ToolbarProps): ReactNode {
  return (
    <Group gap="sm" role="search" className={classes.toolbar}>
      {searchLabel === null ? null : (
        <SearchInput
          label={searchLabel}
          value={state.search}
          onSearch={(q) => {
            change({ q });
          }}
        />
      )}
      {filters.map((filter) => (
        <FilterInput
          key={filter.id}
          filter={filter}
          values={state.filters[filter.id] ?? []}
          onChange={(values) => {
            change({ [filter.id]: values.join(',') });
          }}
        />
      ))}
      {children}
    </Group>
  );
}

interface SearchInputProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

function SearchInput({ label, value, onSearch }: SearchInputProps): ReactNode {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const search = useDebouncedCallback((next: string) => {
    setKnown(next);
    onSearch(next);
  }, SEARCH_AFTER_MS);
  if (value !== known) {
    // Somebody went to another address: what is typed here is not overwritten by its own echo.
    setKnown(value);
    setText(value);
  }
  const type = (next: string): void => {
    setText(next);
    search(next);
  };
  return (
    <TextInput
      className={classes.search}
      aria-label={label}
      placeholder={label}
      value={text}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text === '' ? null : (
          <CloseButton
            size="sm"
            aria-label="Clear the search"
            onClick={() => {
              type('');
            }}
          />
        )
      }
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
    />
  );
}

interface FilterInputProps {
  readonly filter: Filter;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function FilterInput({ filter, values, onChange }: FilterInputProps): ReactNode {
  const { label, options, isSingle } = filter;
  const data = options.map((option) => ({ ...option }));
  if (isSingle) {
    return (
      <Select
        className={classes.filter}
        aria-label={label}
        placeholder={label}
        data={data}
        value={values[0] ?? null}
        clearable
        clearButtonProps={{ 'aria-label': `Clear ${label}` }}
        searchable={data.length > 8}
        onChange={(value) => {
          onChange(value === null ? [] : [value]);
        }}
      />
    );
  }
  return (
    <MultiSelect
      className={classes.filter}
      aria-label={label}
      placeholder={values.length === 0 ? label : ''}
      data={data}
      value={[...values]}
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
      hidePickedOptions
      onChange={onChange}
    />
  );
}

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
          <Menu.Item
            key={id}
            role="menuitemcheckbox"
            aria-checked={ids.has(id)}
            leftSection={<Checkbox.Indicator checked={ids.has(id)} size="xs" aria-hidden />}
            onClick={() => {
              toggle(id);
            }}
          >
            {header}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
