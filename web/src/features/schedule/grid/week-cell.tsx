import { type CSSProperties, memo, type ReactNode } from 'react';
import type { OpenHours } from '../hours/open-hours.js';
import { MINUTES_PER_HOUR } from '../hours/cell.js';
import type { Direction } from './position.js';
import classes from './week-grid.module.css';

/** An hour of the week. Nothing but plain values, so that only cells that change are drawn again. */
export interface WeekCellProps {
  readonly day: number;
  readonly hour: number;
  /** The time, and what is open of it. */
  readonly label: string;
  readonly state: 'open' | 'closed' | 'partial';
  /** Where only a part is open: that part, as a background. */
  readonly fill: string | null;
  readonly isTabStop: boolean;
  readonly isInStroke: boolean;
  readonly isReadOnly: boolean;
  /** How much of the hour has passed, in percent, if it is this hour now. */
  readonly nowPercent: number | null;
  readonly direction: Direction;
}

/** One cell of the grid. */
export const WeekCell = memo(function WeekCell(props: WeekCellProps): ReactNode {
  const { day, hour, label, state, fill, nowPercent, direction } = props;
  const isNow = nowPercent !== null;
  return (
    <div
      role="gridcell"
      className={classes.cell}
      tabIndex={props.isTabStop ? 0 : -1}
      aria-label={isNow ? `${label}, now` : label}
      aria-selected={state === 'open'}
      aria-readonly={props.isReadOnly || undefined}
      data-day={day}
      data-hour={hour}
      data-state={state}
      data-stroke={props.isInStroke || undefined}
      data-readonly={props.isReadOnly || undefined}
      style={fill === null ? undefined : { backgroundImage: fill }}
    >
      {isNow ? (
        <span
          className={classes.now}
          data-direction={direction}
          style={placeOf(nowPercent, direction)}
        />
      ) : null}
    </div>
  );
});

function placeOf(percent: number, direction: Direction): CSSProperties {
  return direction === 'across' ? { left: `${percent}%` } : { top: `${percent}%` };
}

/** The open parts of an hour as a background that runs the way the hours do. */
export function fillOf(parts: OpenHours, direction: Direction): string {
  const percent = (minute: number): string => `${((minute / MINUTES_PER_HOUR) * 100).toFixed(2)}%`;
  const stops = parts.flatMap(({ start, end }) => [
    `transparent ${percent(start)}`,
    `var(--hour-open) ${percent(start)}`,
    `var(--hour-open) ${percent(end)}`,
    `transparent ${percent(end)}`,
  ]);
  return `linear-gradient(${direction === 'across' ? 'to right' : 'to bottom'}, ${stops.join(', ')})`;
}
