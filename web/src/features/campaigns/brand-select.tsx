import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import {
  type BrandChoiceFragment,
  BrandChoicesDocument,
  type BrandStatus,
} from '../../client/generated/graphql.js';
import { useClient } from '../../live/live-context.js';
import { useBrandChosen } from './use-brand-chosen.js';

const SEARCH_AFTER_MS = 250;
const MAX_CHOICES = 20;

export interface BrandSelectProps {
  /** The id of the brand that is chosen; null: none. */
  readonly value: string | null;
  readonly onChange: (brand: BrandChoiceFragment | null) => void;
  /** The visible label; absent: `placeholder` is its name. */
  readonly label?: string;
  readonly placeholder: string;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  /** Only these; absent: all. */
  readonly statuses?: readonly BrandStatus[];
  readonly isClearable?: boolean;
  readonly className?: string | undefined;
}

/** Chooses a brand; the server searches what is typed, by name or external id. */
export function BrandSelect(props: BrandSelectProps): ReactNode {
  const { value, onChange, label, placeholder, isClearable = false } = props;
  const chosen = useBrandChosen(value);
  const [typed, setTyped] = useState('');
  // The name of the chosen one is no search: opened again, it offers the others too.
  const [search] = useDebouncedValue(typed === chosen?.name ? '' : typed, SEARCH_AFTER_MS);
  const { choices, isFetching } = useBrandChoices(search, props.statuses);
  // The chosen one is never left out, or its name would not be shown.
  const known = chosen && !choices.some(({ id }) => id === chosen.id) ? [chosen] : [];
  const all = [...known, ...choices];
  // Until the server has answered, those that are here already are searched.
  const isAnswered = typed === chosen?.name || (typed === search && !isFetching);
  return (
    <Select
      className={props.className}
      {...(label === undefined ? { 'aria-label': placeholder } : { label, required: true })}
      placeholder={placeholder}
      description={props.description}
      error={props.error}
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      clearable={isClearable}
      clearButtonProps={{ 'aria-label': 'Clear the brand' }}
      allowDeselect={isClearable}
      value={value}
      data={all.map((brand) => ({ value: brand.id, label: brand.name }))}
      filter={({ options }) => {
        return options.filter(
          (option) => matches(option, typed) || (isAnswered && isAmong(option, choices)),
        );
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => {
        onChange(all.find((brand) => brand.id === id) ?? null);
      }}
      nothingFoundMessage={isFetching ? 'Searching …' : 'No brand matches'}
      rightSection={isFetching ? <Loader size={14} /> : undefined}
      maxDropdownHeight={280}
    />
  );
}

function matches(option: object, typed: string): boolean {
  if (!('label' in option) || typeof option.label !== 'string') return false;
  return option.label.toLowerCase().includes(typed.trim().toLowerCase());
}

function isAmong(option: object, choices: readonly BrandChoiceFragment[]): boolean {
  return 'value' in option && choices.some(({ id }) => id === option.value);
}

function useBrandChoices(
  search: string,
  statuses?: readonly BrandStatus[],
): {
  readonly choices: readonly BrandChoiceFragment[];
  readonly isFetching: boolean;
} {
  const { send } = useClient();
  const { data, isFetching } = useQuery({
    queryKey: ['brands', 'choices', search, statuses ?? null],
    queryFn: ({ signal }) => {
      const filter = {
        ...(search === '' ? {} : { search }),
        ...(statuses === undefined ? {} : { status: [...statuses] }),
      };
      return send(BrandChoicesDocument, { first: MAX_CHOICES, filter }, signal);
    },
    placeholderData: keepPreviousData,
  });
  return {
    choices: data?.brands.nodes ?? [],
    isFetching,
  };
}
