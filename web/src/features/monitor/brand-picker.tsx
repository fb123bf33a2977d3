import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuildingStore } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { BrandsToWatchDocument, BrandToWatchDocument } from '../../client/generated/graphql.js';
import { useClient } from '../../live/live-context.js';

export interface BrandPickerProps {
  readonly label: string;
  /** The id of the chosen brand; null: none. */
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  /** What is shown for none. */
  readonly placeholder: string;
  readonly size: 'xs' | 'sm';
  /** Whether the choice can be taken back. */
  readonly isClearable: boolean;
}

/** The id of no brand: what is chosen to take the choice back. */
const NONE = 'none';
/** One waits for the end of a word before one asks. */
const ASKED_AFTER_MS = 200;

/** Finds a brand by a part of its name; the server searches. */
export function BrandPicker(props: BrandPickerProps): ReactNode {
  const { label, value, onChange, placeholder, size, isClearable } = props;
  const [text, setText] = useState('');
  const chosen = useBrand(value);
  const isTyped = text !== '' && text !== chosen?.name;
  const found = useFound(isTyped ? text : '');
  const others = found.brands.filter(({ id }) => id !== value);
  const options = isTyped
    ? found.brands
    : [
        ...(isClearable ? [{ id: NONE, name: placeholder }] : []),
        ...(chosen ? [chosen] : []),
        ...others,
      ];
  return (
    <Select
      aria-label={label}
      size={size}
      w={{ base: '100%', xs: 230 }}
      leftSection={<IconBuildingStore size={15} aria-hidden />}
      rightSection={found.isBusy ? <Loader size={14} aria-label="Searching" /> : undefined}
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(id) => {
        onChange(id === NONE ? null : id);
      }}
      searchable
      searchValue={text}
      onSearchChange={setText}
      // What was found matches in the server's way, not in the browser's.
      filter={({ options: all }) => all}
      placeholder={placeholder}
      nothingFoundMessage={found.isBusy ? 'Searching …' : 'No brand is called so.'}
      maxDropdownHeight={320}
      comboboxProps={{ position: 'bottom-end', width: 260, withinPortal: false }}
    />
  );
}

function useBrand(id: string | null) {
  const { send } = useClient();
  const { data } = useQuery({
    queryKey: ['brand-to-watch', id],
    queryFn: ({ signal }) => send(BrandToWatchDocument, { id: id ?? '' }, signal),
    enabled: id !== null,
  });
  return id === null ? null : (data?.brand ?? null);
}

function useFound(text: string) {
  const { send } = useClient();
  const [search] = useDebouncedValue(text.trim(), ASKED_AFTER_MS);
  const { data, isFetching } = useQuery({
    queryKey: ['brands-to-watch', search],
    queryFn: ({ signal }) =>
      send(BrandsToWatchDocument, { search: search === '' ? null : search }, signal),
    placeholderData: keepPreviousData,
  });
  return {
    brands: data?.brands.nodes ?? [],
    isBusy: isFetching && data !== undefined && search !== '',
  };
}
