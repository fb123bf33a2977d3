import { Loader, MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { MAX_GRANTED_BRANDS } from '../../../../src/domain/access/read-grant.js';
import { useServerChoices } from '../../kit/form/use-server-choices.js';
import { useClient } from '../../live/live-context.js';
import { searchBrands } from './search-brands.js';

const SEARCH_AFTER_MS = 250;

/** A brand by its name. */
export interface NamedBrand {
  readonly id: string;
  readonly name: string;
}

export interface BrandMultiSelectProps {
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  /** Those that were chosen before, with their names. */
  readonly known: readonly NamedBrand[];
  readonly error?: ReactNode;
}

/** Chooses brands; the server searches what is typed, by name or external id. */
export function BrandMultiSelect(props: BrandMultiSelectProps): ReactNode {
  const { value, onChange, known, error } = props;
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), SEARCH_AFTER_MS);
  const [chosen, setChosen] = useState(known);
  const { send } = useClient();
  const { choices: found, isFetching } = useServerChoices(searchBrands(send), search);
  const brands = new Map([...chosen, ...found].map((brand) => [brand.id, brand]));
  const offered = new Set(found.map(({ id }) => id));
  return (
    <MultiSelect
      label="Brands"
      required
      placeholder={value.length === 0 ? 'Search name or external id' : ''}
      error={error}
      searchable
      hidePickedOptions
      clearable
      clearButtonProps={{ 'aria-label': 'Clear the brands' }}
      maxValues={MAX_GRANTED_BRANDS}
      data={[...brands.values()].map(({ id, name }) => ({ value: id, label: name }))}
      // What the server found matches, by whatever.
      filter={({ options }) =>
        options.filter((option) => 'value' in option && offered.has(option.value))
      }
      value={[...value]}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(ids) => {
        setChosen(ids.flatMap((id) => brands.get(id) ?? []));
        onChange(ids);
      }}
      nothingFoundMessage={isFetching ? 'Searching …' : 'No other brand matches'}
      rightSection={isFetching ? <Loader size={14} /> : undefined}
      maxDropdownHeight={220}
    />
  );
}
