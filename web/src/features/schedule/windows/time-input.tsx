import { TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { formatLocalTime } from '../../../../../src/domain/schedule/window.js';
import { readTime, stepTime } from '../draft/read-time.js';

export interface TimeInputProps {
  /** Which time of which window. */
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly isInvalid: boolean;
  /** The element that says what is wrong. */
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
}

/** The arrow keys go by this; any other minute can be typed. */
const STEP_MINUTES = 15;

/**
 * A time of the day, 00:00 to 24:00, which the browsers' own inputs do not have. `930` becomes 09:30
 * when one leaves it.
 */
export function TimeInput(props: TimeInputProps): ReactNode {
  const { label, value, isReadOnly, isInvalid, describedBy, onChange } = props;
  const minute = readTime(value);
  const step = (event: KeyboardEvent): void => {
    const isBack = event.key === 'ArrowDown';
    if (isReadOnly || minute === null || !(isBack || event.key === 'ArrowUp')) return;
    event.preventDefault();
    onChange(stepTime(minute, { size: STEP_MINUTES, isBack }));
  };
  return (
    <TextInput
      w={74}
      size="sm"
      aria-label={label}
      aria-describedby={describedBy}
      error={isInvalid}
      value={value}
      readOnly={isReadOnly}
      inputMode="numeric"
      autoComplete="off"
      placeholder="00:00"
      maxLength={5}
      styles={{ input: { fontVariantNumeric: 'tabular-nums', textAlign: 'center' } }}
      onKeyDown={step}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        if (minute !== null && value !== formatLocalTime(minute)) onChange(formatLocalTime(minute));
      }}
    />
  );
}
