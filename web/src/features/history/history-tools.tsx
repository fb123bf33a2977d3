import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { ownZone } from '../../kit/format/time.js';
import type { ListPatch, ListState } from '../../kit/list/list-state.js';
import toolbar from '../../kit/list/toolbar.module.css';
import { BrandSelect } from '../brands/brand-select.js';
import { useBrandChosen } from '../brands/use-brand-chosen.js';
import classes from './history.module.css';

type Change = (patch: ListPatch) => void;

/** Whose history, and of which days. */
export function historyTools(state: ListState, change: Change): ReactNode {
  return <HistoryTools state={state} change={change} />;
}

function HistoryTools({
  state,
  change,
}: {
  readonly state: ListState;
  readonly change: Change;
}): ReactNode {
  const brandId = state.filters.brand?.[0] ?? null;
  const brand = useBrandChosen(brandId);
  return (
    <>
      <BrandSelect
        className={toolbar.filter}
        placeholder="Any brand"
        isClearable
        value={brandId}
        onChange={(chosen) => {
          change({ brand: chosen?.id ?? null });
        }}
      />
      <DateInput id="from" label="From" state={state} change={change} />
      <DateInput id="to" label="To" state={state} change={change} />
      <span className={classes.zone}>Days of {brand?.timeZone ?? `${ownZone()}, yours`}</span>
    </>
  );
}

interface DateInputProps {
  readonly id: 'from' | 'to';
  readonly label: string;
  readonly state: ListState;
  readonly change: Change;
}

function DateInput({ id, label, state, change }: DateInputProps): ReactNode {
  return (
    <TextInput
      type="date"
      className={classes.date}
      aria-label={label}
      leftSection={<span className={classes.zone}>{label}</span>}
      leftSectionWidth={52}
      leftSectionPointerEvents="none"
      value={state.filters[id]?.[0] ?? ''}
      max="9999-12-30"
      onChange={(event) => {
        change({ [id]: event.currentTarget.value });
      }}
    />
  );
}
