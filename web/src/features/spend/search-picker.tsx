import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

const SEARCH_AFTER_MS = 200;

/** Something that can be picked. */
export interface PickerOption {
  readonly value: string;
  readonly label: string;
}

/** Some of those whose names have the text, and the picked one whatever it is called. */
export type LoadOptions = (
  asked: { readonly search: string; readonly id: string | null },
  signal: AbortSignal,
) => Promise<readonly PickerOption[]>;

export interface SearchPickerProps {
  readonly label: string;
  /** Whether the label stands above it; else it is its placeholder. */
  readonly hasLabel?: boolean;
  readonly nothingFound: string;
  /** What the options are called in the cache. */
  readonly queryKey: readonly unknown[];
  readonly load: LoadOptions;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
  readonly className?: string | undefined;
}

/** Picks one of many, which the server searches while one types. */
export function SearchPicker(props: SearchPickerProps): ReactNode {
  const { label, hasLabel = false, queryKey, load, value, onChange, className } = props;
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text, SEARCH_AFTER_MS);
  const [picked, setPicked] = useState<PickerOption | null>(null);
  // What is picked stands in the field, and is no search.
  const search = picked?.value === value && picked.label === typed ? '' : typed.trim();
  const { data, isFetching } = useQuery({
    queryKey: [...queryKey, { search, id: value }],
    queryFn: ({ signal }) => load({ search, id: value }, signal),
    placeholderData: keepPreviousData,
  });
  const options = data ?? [];
  const shown = options.find((one) => one.value === value) ?? null;
  if (shown !== null && shown.label !== picked?.label) setPicked(shown);
  return (
    <Select
      {...(hasLabel
        ? { label, placeholder: 'Search by name', required: true }
        : { 'aria-label': label, placeholder: label, clearable: true })}
      {...(className === undefined ? {} : { className })}
      searchable
      filter={({ options: all }) => all}
      data={options.map((option) => ({ ...option }))}
      value={value}
      searchValue={text}
      onSearchChange={setText}
      onChange={onChange}
      error={props.error}
      nothingFoundMessage={isFetching ? 'Searching …' : props.nothingFound}
      clearButtonProps={{ 'aria-label': `Clear ${label}` }}
    />
  );
}
