import { ActionIcon, Group, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo, type ReactNode, useId } from 'react';
import type { RowFlaws } from '../draft/check-draft.js';
import { readRow, type Row } from '../draft/draft.js';
import { describeEnd } from '../hours/words.js';
import { DayToggles } from './day-toggles.js';
import { TimeInput } from './time-input.js';
import classes from './window-list.module.css';

export interface WindowRowProps {
  readonly row: Row;
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly flaws: RowFlaws | undefined;
  /** What the server said of it. */
  readonly refusal: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (id: number, change: Partial<Omit<Row, 'id'>>, part: string) => void;
  readonly onRemove: (id: number) => void;
}

/** A window: its days, its times to the minute, and what they mean or what is wrong with them. */
export const WindowRow = memo(function WindowRow(props: WindowRowProps): ReactNode {
  const { row, number, flaws = {}, refusal, isReadOnly, onChange, onRemove } = props;
  const hintId = useId();
  const name = `Window ${number}`;
  const window = readRow(row);
  const problems = [flaws.days, ...timeFlaws(flaws), flaws.overlap, refusal].filter(
    (flaw) => flaw !== undefined,
  );
  const hint = window === null || problems.length > 0 ? null : describeEnd(window);
  const time = (part: 'start' | 'end', label: string): ReactNode => (
    <TimeInput
      label={`${name}: ${label}`}
      value={row[part]}
      isReadOnly={isReadOnly}
      isInvalid={flaws[part] !== undefined}
      describedBy={hintId}
      onChange={(text) => onChange(row.id, { [part]: text }, part)}
    />
  );
  return (
    <li className={classes.row} data-invalid={problems.length > 0 || undefined}>
      <DayToggles
        label={name}
        days={row.days}
        isReadOnly={isReadOnly}
        isInvalid={flaws.days !== undefined}
        onChange={(days) => onChange(row.id, { days }, 'days')}
      />
      <Group gap={8} wrap="nowrap">
        {time('start', 'opens at')}
        <Text component="span" c="dimmed" aria-hidden>
          –
        </Text>
        {time('end', 'closes at')}
        {isReadOnly ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            ml="auto"
            aria-label={`Remove window ${number}`}
            onClick={() => onRemove(row.id)}
          >
            <IconTrash size={17} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <div id={hintId} className={classes.hint}>
        {hint}
        {problems.map((problem) => (
          <div key={problem} role="alert" className={classes.problem}>
            {problem}
          </div>
        ))}
      </div>
    </li>
  );
});

/** The same words once, where both times are wrong in the same way. */
function timeFlaws({ start, end }: RowFlaws): (string | undefined)[] {
  return [start, end === start ? undefined : end];
}
