import { MultiSelect, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Filter } from './column.js';
import classes from './toolbar.module.css';

export interface FilterInputProps {
  readonly filter: Filter;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Narrows a list down to one value, or to any of several. */
export function FilterInput({ filter, values, onChange }: FilterInputProps): ReactNode {
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
