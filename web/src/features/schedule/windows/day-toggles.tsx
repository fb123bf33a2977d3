import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  DAYS_OF_WEEK,
  type DayOfWeek,
  dayIndex,
} from '../../../../../src/domain/schedule/window.js';
import { dayName } from '../hours/words.js';
import classes from './window-list.module.css';

export interface DayTogglesProps {
  /** Whose days, such as `Window 1`. */
  readonly label: string;
  readonly days: readonly DayOfWeek[];
  readonly isReadOnly: boolean;
  readonly isInvalid: boolean;
  readonly onChange: (days: readonly DayOfWeek[]) => void;
}

/** The days of a week, each of which can be chosen; they are given in their order. */
export function DayToggles(props: DayTogglesProps): ReactNode {
  const { label, days, isReadOnly, isInvalid, onChange } = props;
  return (
    <div
      role="group"
      aria-label={`${label}: days`}
      className={classes.days}
      data-invalid={isInvalid || undefined}
    >
      {DAYS_OF_WEEK.map((day) => {
        const name = dayName(dayIndex(day));
        const isChosen = days.includes(day);
        return (
          <button
            key={day}
            type="button"
            className={classes.day}
            aria-pressed={isChosen}
            disabled={isReadOnly}
            onClick={() => {
              onChange(
                DAYS_OF_WEEK.filter((one) => (one === day ? !isChosen : days.includes(one))),
              );
            }}
          >
            <span aria-hidden>{name.slice(0, 2)}</span>
            <VisuallyHidden>{name}</VisuallyHidden>
          </button>
        );
      })}
    </div>
  );
}
