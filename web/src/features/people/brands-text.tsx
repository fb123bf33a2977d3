import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './brands-text.module.css';
import type { NamedBrand } from '../brands/brand-multi-select.js';

const MAX_SHOWN = 1;

/** For which brands something is: all, or their names, the first of many. */
export function BrandsText({
  brands,
}: {
  readonly brands: readonly NamedBrand[] | null;
}): ReactNode {
  if (brands === null) {
    return (
      <Text component="span" inherit c="dimmed">
        All brands
      </Text>
    );
  }
  const names = brands.map(({ name }) => name);
  const rest = names.length - MAX_SHOWN;
  return (
    <span title={names.join(', ')} className={classes.brands}>
      {names.slice(0, MAX_SHOWN).join(', ')}
      {rest > 0 ? ` and ${rest} more` : ''}
    </span>
  );
}

/** The same for a file. */
export function csvBrands(brands: readonly NamedBrand[] | null): string {
  return brands === null ? 'All' : brands.map(({ name }) => name).join('; ');
}
