import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ListPatch, ListState } from '../../kit/list/list-state.js';
import toolbar from '../../kit/list/toolbar.module.css';
import { BrandSelect } from '../brands/brand-select.js';
import { asksArchived } from './campaign-filters.js';

/** Whose campaigns, and whether archived ones are among them. */
export function campaignTools(state: ListState, change: (patch: ListPatch) => void): ReactNode {
  const { desiredStatus = [], blocker = [] } = state.filters;
  const isDecided = desiredStatus.length > 0 || blocker.includes('ARCHIVED');
  return (
    <>
      <BrandSelect
        className={toolbar.filter}
        placeholder="Any brand"
        isClearable
        value={state.filters.brand?.[0] ?? null}
        onChange={(brand) => {
          change({ brand: brand?.id ?? null });
        }}
      />
      <Checkbox
        label="Archived too"
        disabled={isDecided}
        checked={asksArchived(state)}
        onChange={(event) => {
          change({ archived: event.currentTarget.checked ? 'too' : null });
        }}
      />
    </>
  );
}
