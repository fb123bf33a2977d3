import { Button, Group } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { Filter } from './column.js';
import { FilterInput } from './filter-input.js';
import type { ListPatch, ListState } from './list-state.js';
import { SearchInput } from './search-input.js';
import classes from './toolbar.module.css';

export interface ToolbarProps {
  /** What the search looks in; null: the list cannot be searched. */
  readonly searchLabel: string | null;
  readonly filters: readonly Filter[];
  readonly state: ListState;
  readonly change: (patch: ListPatch) => void;
  /** More ways to narrow the list down. */
  readonly children?: ReactNode;
}

/** What a list is narrowed down by. On a phone the filters are behind a button, which counts them. */
export function Toolbar(props: ToolbarProps): ReactNode {
  const { searchLabel, filters, state, change, children } = props;
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const hasFilters = filters.length > 0 || Boolean(children);
  const chosen = Object.values(state.filters).filter((values) => values.length > 0).length;
  return (
    <Group gap="sm" role="search">
      {searchLabel === null ? null : (
        <SearchInput
          label={searchLabel}
          value={state.search}
          onSearch={(q) => {
            change({ q });
          }}
        />
      )}
      {hasFilters ? (
        <Button
          className={classes.more}
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          Filters{chosen > 0 ? ` (${chosen})` : ''}
        </Button>
      ) : null}
      <div id={id} className={classes.filters} data-open={isOpen}>
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
      </div>
    </Group>
  );
}
