import { Loader, Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { type SearchOnServer, useServerChoices } from './use-server-choices.js';

const SEARCH_AFTER_MS = 250;

export interface ServerSelectProps<Choice> extends Pick<
  SelectProps,
  'className' | 'size' | 'w' | 'leftSection' | 'description' | 'error'
> {
  /** What is chosen, in a word, such as `brand`. */
  readonly noun: string;
  /** The visible label of what must be chosen; absent: `name`, or else `placeholder` names it. */
  readonly label?: string;
  readonly name?: string;
  readonly placeholder: string;
  /** Whether the choice can be taken back. */
  readonly isClearable?: boolean;
  readonly search: SearchOnServer<Choice>;
  readonly textOf: (choice: Choice) => string;
  /** The id of what is chosen; null: nothing. */
  readonly value: string | null;
  /** What has that id, as soon as it was read. */
  readonly chosen: Choice | null;
  readonly onChange: (choice: Choice | null) => void;
}

/** Chooses one of more than a list can hold; the server searches what is typed. */
export function ServerSelect<Choice extends { readonly id: string }>(
  props: ServerSelectProps<Choice>,
): ReactNode {
  const { noun, label, name, placeholder, isClearable = false, ...rest } = props;
  const { search, textOf, value, chosen, onChange, ...look } = rest;
  const [typed, setTyped] = useState('');
  const shown = chosen === null ? '' : textOf(chosen);
  // The name of the chosen one is no search: opened again, it offers the others too.
  const [asked] = useDebouncedValue(typed === shown ? '' : typed.trim(), SEARCH_AFTER_MS);
  const { choices, isFetching } = useServerChoices(search, asked);
  // The chosen one is never left out, or its name would not be shown.
  const known = chosen && !choices.some(({ id }) => id === chosen.id) ? [chosen] : [];
  const all = [...known, ...choices];
  const isAnswered = typed === shown || (typed.trim() === asked && !isFetching);
  return (
    <Select
      {...look}
      placeholder={placeholder}
      value={value}
      {...(label === undefined ? { 'aria-label': name ?? placeholder } : { label, required: true })}
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      clearable={isClearable}
      clearButtonProps={{ 'aria-label': `Clear the ${noun}` }}
      allowDeselect={isClearable}
      data={all.map((choice) => ({ value: choice.id, label: textOf(choice) }))}
      filter={({ options }) =>
        // Until the server has answered, those that are here already are searched.
        options.filter(
          (option) => matches(option, typed) || (isAnswered && isAmong(option, choices)),
        )
      }
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => {
        onChange(all.find((choice) => choice.id === id) ?? null);
      }}
      nothingFoundMessage={isFetching ? 'Searching …' : `No ${noun} matches`}
      rightSection={isFetching ? <Loader size={14} /> : undefined}
    />
  );
}

function matches(option: object, typed: string): boolean {
  if (!('label' in option) || typeof option.label !== 'string') return false;
  return option.label.toLowerCase().includes(typed.trim().toLowerCase());
}

function isAmong(option: object, choices: readonly { readonly id: string }[]): boolean {
  return 'value' in option && choices.some(({ id }) => id === option.value);
}
