import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AuditActorsDocument } from '../../client/generated/graphql.js';
import type { ListPatch, ListState } from '../../kit/list/list-state.js';
import { useClient } from '../../live/live-context.js';
import classes from './audit-tools.module.css';

const TYPED_AFTER_MS = 400;

export interface AuditToolsProps {
  readonly state: ListState;
  readonly change: (patch: ListPatch) => void;
}

/** Narrows the log down to somebody, to one thing, and to days. */
export function AuditTools({ state, change }: AuditToolsProps): ReactNode {
  const { filters } = state;
  return (
    <>
      <ActorSelect
        value={filters.actor?.[0] ?? null}
        onChange={(actor) => {
          change({ actor });
        }}
      />
      <ObjectInput
        key={filters.object?.[0] ?? ''}
        value={filters.object?.[0] ?? ''}
        onChange={(object) => {
          change({ object });
        }}
      />
      <Group gap="xs" wrap="nowrap" className={classes.dates}>
        {(['from', 'to'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            className={classes.date}
            aria-label={name === 'from' ? 'From this day on' : 'Until this day'}
            leftSection={name === 'from' ? 'From' : 'To'}
            leftSectionWidth={name === 'from' ? 52 : 36}
            value={filters[name]?.[0] ?? ''}
            onChange={(event) => {
              change({ [name]: event.currentTarget.value });
            }}
          />
        ))}
      </Group>
    </>
  );
}

interface ActorSelectProps {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

function ActorSelect({ value, onChange }: ActorSelectProps): ReactNode {
  const { send } = useClient();
  const { data } = useQuery({
    queryKey: ['audit-actors'],
    queryFn: ({ signal }) => send(AuditActorsDocument, {}, signal),
  });
  const people = data?.members.nodes ?? [];
  const keys = data?.keys.nodes ?? [];
  const isKnown = [...people, ...keys].some(({ id }) => id === value);
  const optionOf = ({ id, name }: { readonly id: string; readonly name: string }) => ({
    value: id,
    label: name,
  });
  return (
    <Select
      className={classes.actor}
      aria-label="By anybody"
      placeholder="By anybody"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Clear who it was' }}
      value={value}
      onChange={onChange}
      data={[
        ...(value === null || isKnown ? [] : [{ value, label: value }]),
        { group: 'People', items: people.map(optionOf) },
        { group: 'Keys', items: keys.map(optionOf) },
      ]}
      nothingFoundMessage="Nobody matches"
    />
  );
}

interface ObjectInputProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function ObjectInput({ value, onChange }: ObjectInputProps): ReactNode {
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onChange, TYPED_AFTER_MS);
  return (
    <TextInput
      className={classes.object}
      aria-label="Id of what was changed"
      placeholder="Id of what was changed"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value.trim());
      }}
    />
  );
}
