import { Button, Group, Text, Title } from '@mantine/core';
import { IconArrowsJoin2, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useCallback, useRef } from 'react';
import { MAX_WINDOWS } from '../../../../../src/domain/schedule/validate-windows.js';
import type { Checked } from '../draft/check-draft.js';
import {
  type Draft,
  type Row,
  withHours,
  withNewRow,
  withoutRow,
  withRow,
} from '../draft/draft.js';
import classes from './window-list.module.css';
import { WindowRow } from './window-row.js';

export interface WindowListProps {
  readonly draft: Draft;
  readonly checked: Checked;
  /** What the server said of rows, by their ids. */
  readonly refusals: ReadonlyMap<number, string>;
  readonly isReadOnly: boolean;
  /** Changes the draft; what has one topic is one step. */
  readonly onChange: (change: (draft: Draft) => Draft, topic?: string) => void;
}

/** The windows of a schedule, to the minute. */
export function WindowList(props: WindowListProps): ReactNode {
  const { draft, checked, refusals, isReadOnly, onChange } = props;
  const { rows, whenEmpty } = draft;
  const section = useRef<HTMLElement>(null);
  const focusLater = useCallback((selector: string) => {
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>(selector)?.focus());
  }, []);
  const change = useCallback(
    (id: number, patch: Partial<Omit<Row, 'id'>>, part: string) => {
      onChange((before) => withRow(before, id, patch), `${part} ${id}`);
    },
    [onChange],
  );
  const remove = useCallback(
    (id: number) => {
      onChange((before) => withoutRow(before, id));
      // What had the focus is gone.
      focusLater('button[data-add]');
    },
    [onChange, focusLater],
  );
  const hasOverlap = [...checked.flaws.values()].some(({ overlap }) => overlap !== undefined);
  return (
    <section ref={section} aria-labelledby="exact-times" className={classes.section}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Title order={3} id="exact-times" className={classes.title}>
          Exact times
        </Title>
        <Text component="span" c="dimmed" fz="sm" className="number">
          {rows.length === 0 ? '' : countOf(rows.length)}
        </Text>
      </Group>
      {rows.length === 0 ? <NoWindows whenEmpty={whenEmpty} isReadOnly={isReadOnly} /> : null}
      <ul className={classes.rows}>
        {rows.map((row, index) => (
          <WindowRow
            key={row.id}
            row={row}
            number={index + 1}
            flaws={checked.flaws.get(row.id)}
            refusal={refusals.get(row.id)}
            isReadOnly={isReadOnly}
            onChange={change}
            onRemove={remove}
          />
        ))}
      </ul>
      {isReadOnly ? null : (
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            disabled={rows.length >= MAX_WINDOWS}
            data-add
            onClick={() => {
              onChange(withNewRow);
              focusLater('li:last-of-type button');
            }}
          >
            Add window
          </Button>
          {hasOverlap ? (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconArrowsJoin2 size={15} aria-hidden />}
              onClick={() => onChange((before) => withHours(before, checked.hours))}
            >
              Merge overlaps
            </Button>
          ) : null}
        </Group>
      )}
      {isReadOnly ? null : (
        <Text fz="xs" c="dimmed">
          To the minute, 00:00 to 24:00. An end before the start is on the next day.
        </Text>
      )}
    </section>
  );
}

function countOf(count: number): string {
  return count === 1 ? '1 window' : `${count} windows`;
}

function NoWindows(props: {
  readonly whenEmpty: Draft['whenEmpty'];
  readonly isReadOnly: boolean;
}): ReactNode {
  if (props.whenEmpty === 'never') {
    return <p className={classes.none}>Nothing is open yet. Paint hours, or add a window.</p>;
  }
  return (
    <p className={classes.none}>
      No windows: it is open at every hour.
      {props.isReadOnly ? '' : ' Close hours in the grid, or add the first window.'}
    </p>
  );
}
