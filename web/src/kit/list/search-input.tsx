import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import classes from './toolbar.module.css';

const SEARCH_AFTER_MS = 250;

export interface SearchInputProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

/** Searches shortly after somebody has typed. */
export function SearchInput({ label, value, onSearch }: SearchInputProps): ReactNode {
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
