import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { dayName, hourName, shortDay } from '../hours/words.js';
import { HEADER, type Position } from './position.js';
import classes from './week-grid.module.css';

export interface WeekHeaderProps {
  readonly position: Position;
  readonly role: 'columnheader' | 'rowheader';
  readonly isTabStop: boolean;
  readonly isReadOnly: boolean;
  /** Whether it is this day, or this hour, now. */
  readonly isNow: boolean;
  readonly onToggle: (position: Position) => void;
}

/** A header, which is a button that opens or closes all that it stands for. */
export function WeekHeader(props: WeekHeaderProps): ReactNode {
  const { position, role, isTabStop, isReadOnly, isNow, onToggle } = props;
  const { day, hour } = position;
  return (
    <div role={role} className={classes.header}>
      <button
        type="button"
        className={classes.headerButton}
        tabIndex={isTabStop ? 0 : -1}
        aria-disabled={isReadOnly || undefined}
        data-day={day}
        data-hour={hour}
        data-now={isNow || undefined}
        data-major={hour !== HEADER && hour % 6 === 0 ? true : undefined}
        onClick={() => {
          if (!isReadOnly) onToggle(position);
        }}
      >
        <span aria-hidden>{textOf(position)}</span>
        <VisuallyHidden>{nameOf(position)}</VisuallyHidden>
      </button>
    </div>
  );
}

function nameOf({ day, hour }: Position): string {
  if (day === HEADER && hour === HEADER) return 'The whole week';
  if (hour === HEADER) return `All of ${dayName(day)}`;
  return `${hourName(hour)} to ${hourName(hour + 1)} on every day`;
}

function textOf({ day, hour }: Position): string {
  if (day === HEADER && hour === HEADER) return 'All';
  return hour === HEADER ? shortDay(day) : String(hour).padStart(2, '0');
}
