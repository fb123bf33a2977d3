import { type CSSProperties, type ReactNode, useState } from 'react';
import { DAYS_OF_WEEK } from '../../../../../src/domain/schedule/window.js';
import {
  type Cell,
  cellsBetween,
  HOURS_PER_DAY,
  MINUTES_PER_HOUR,
  painted,
  partsOf,
  toggled,
} from '../hours/cell.js';
import { minutesOf, type OpenHours } from '../hours/open-hours.js';
import { cellName, cellState } from '../hours/words.js';
import type { WeekMoment } from '../when.js';
import { describePointed, describeStroke } from './describe-pointed.js';
import { cellsAt, type Direction, HEADER, type Position, positionOf } from './position.js';
import { useGridKeys } from './use-grid-keys.js';
import { useStroke } from './use-stroke.js';
import { fillOf, WeekCell } from './week-cell.js';
import classes from './week-grid.module.css';
import { WeekHeader } from './week-header.js';

export interface WeekGridProps {
  readonly hours: OpenHours;
  /** The clock of the schedule's zone. */
  readonly now: WeekMoment;
  readonly direction: Direction;
  readonly isReadOnly: boolean;
  /** Other hours were painted; what has one topic is one step. */
  readonly onChange: (hours: OpenHours, topic?: string) => void;
}

/**
 * The hours of a week, painted with the pointer or the keyboard. One tab stop: the arrow keys move,
 * Space and Enter toggle, Shift paints on the way. Hours that are partly open show which part is.
 */
export function WeekGrid(props: WeekGridProps): ReactNode {
  const { hours, now, direction, isReadOnly, onChange } = props;
  const [pointed, setPointed] = useState<Position | null>(null);
  const onToggle = (cells: readonly Cell[]): void => onChange(toggled(hours, cells));
  const keys = useGridKeys({
    hours,
    direction,
    isReadOnly,
    onToggle,
    onPaint: (cells, isOpen, topic) => onChange(painted(hours, cells, isOpen), topic),
  });
  const { stroke, handlers } = useStroke({
    hours,
    direction,
    isReadOnly,
    onPaint: (cells, isOpen) => onChange(painted(hours, cells, isOpen)),
  });
  const covered = stroke === null ? [] : cellsBetween(stroke.from, stroke.to);
  const shown = stroke === null ? hours : painted(hours, covered, stroke.isOpen);
  const inStroke = new Set(covered.map(keyOf));
  const { rows, columns } = LINES[direction];
  const place = (position: Position): ReactNode => {
    const isTabStop = keyOf(position) === keyOf(keys.active);
    if (position.day === HEADER || position.hour === HEADER) {
      return (
        <WeekHeader
          key={keyOf(position)}
          position={position}
          role={isColumnHeader(position, direction) ? 'columnheader' : 'rowheader'}
          isTabStop={isTabStop}
          isReadOnly={isReadOnly}
          isNow={position.day === now.day || position.hour === hourOf(now)}
          onToggle={(at) => onToggle(cellsAt(at))}
        />
      );
    }
    const flags = { isTabStop, isInStroke: inStroke.has(keyOf(position)), isReadOnly };
    const nowPercent = nowIn(position, now);
    return (
      <WeekCell
        key={keyOf(position)}
        {...cellOf(shown, position, direction)}
        {...flags}
        {...{ direction, nowPercent }}
      />
    );
  };
  return (
    <>
      <div
        role="grid"
        aria-label="Weekly schedule"
        aria-readonly={isReadOnly || undefined}
        aria-multiselectable
        className={classes.grid}
        data-direction={direction}
        style={{ '--columns': columns.length - 1 } as CSSProperties}
        onPointerOver={({ target }) => setPointed(positionOf(target))}
        onPointerLeave={() => setPointed(null)}
        {...keys.handlers}
        {...handlers}
      >
        {rows.map((row) => (
          <div key={row} role="row" className={classes.row}>
            {columns.map((column) =>
              place(
                direction === 'across' ? { day: row, hour: column } : { day: column, hour: row },
              ),
            )}
          </div>
        ))}
      </div>
      <p className={classes.readout} aria-hidden>
        {stroke === null ? describePointed(hours, pointed) : describeStroke(stroke)}
      </p>
    </>
  );
}

const DAYS = [HEADER, ...DAYS_OF_WEEK.keys()];
const HOURS = [HEADER, ...Array.from({ length: HOURS_PER_DAY }, (_, hour) => hour)];
const LINES: Readonly<
  Record<Direction, { readonly rows: readonly number[]; readonly columns: readonly number[] }>
> = {
  across: { rows: DAYS, columns: HOURS },
  down: { rows: HOURS, columns: DAYS },
};

function keyOf({ day, hour }: Position): string {
  return `${day} ${hour}`;
}

function isColumnHeader({ day, hour }: Position, direction: Direction): boolean {
  return direction === 'across' ? day === HEADER : hour === HEADER;
}

function hourOf({ minute }: WeekMoment): number {
  return Math.floor(minute / MINUTES_PER_HOUR);
}

function nowIn({ day, hour }: Cell, now: WeekMoment): number | null {
  if (day !== now.day || hour !== hourOf(now)) return null;
  return Math.round(((now.minute % MINUTES_PER_HOUR) / MINUTES_PER_HOUR) * 100);
}

function cellOf(
  hours: OpenHours,
  cell: Cell,
  direction: Direction,
): {
  day: number;
  hour: number;
  label: string;
  state: 'open' | 'closed' | 'partial';
  fill: string | null;
} {
  const parts = partsOf(hours, cell);
  const openMinutes = minutesOf(parts);
  const label = `${cellName(cell)}, ${cellState(cell, parts)}`;
  if (openMinutes === 0) return { ...cell, label, state: 'closed', fill: null };
  if (openMinutes === MINUTES_PER_HOUR) return { ...cell, label, state: 'open', fill: null };
  return { ...cell, label, state: 'partial', fill: fillOf(parts, direction) };
}
