import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { areOpen, type Cell, CELLS } from '../hours/cell.js';
import type { OpenHours } from '../hours/open-hours.js';
import { type Direction, isCell, type Position, positionAfter, positionOf } from './position.js';

export interface GridKeysOptions {
  readonly hours: OpenHours;
  readonly direction: Direction;
  readonly isReadOnly: boolean;
  readonly onToggle: (cells: readonly Cell[]) => void;
  /** Cells were painted while moving; those of one stroke have one topic. */
  readonly onPaint: (cells: readonly Cell[], isOpen: boolean, topic: string) => void;
}

export interface GridKeys {
  /** The one place of the grid that the tab key stops at. */
  readonly active: Position;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onKeyUp: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  };
}

/** Painting with Shift held down. */
interface KeyStroke {
  readonly isOpen: boolean;
  readonly topic: string;
}

/** Moves through the grid with the keys of a grid, and paints with them. */
export function useGridKeys(options: GridKeysOptions): GridKeys {
  const { hours, direction, isReadOnly, onToggle, onPaint } = options;
  const [active, setActive] = useState<Position>({ day: 0, hour: 9 });
  const stroke = useRef<KeyStroke | null>(null);
  const strokes = useRef(0);
  const move = (event: KeyboardEvent<HTMLElement>, to: Position): void => {
    focusAt(event.currentTarget, to);
    const isPainting = event.shiftKey && !isReadOnly && isCell(active) && isCell(to);
    if (!isPainting) {
      stroke.current = null;
      return;
    }
    if (stroke.current === null) {
      strokes.current += 1;
      stroke.current = { isOpen: !areOpen(hours, [active]), topic: `keys ${strokes.current}` };
    }
    onPaint([active, to], stroke.current.isOpen, stroke.current.topic);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const withControl = event.ctrlKey || event.metaKey;
    const to = positionAfter(active, { name: event.key, withControl }, direction);
    const cells = cellsFor(event, active);
    if (to === null && cells === null) return;
    event.preventDefault();
    if (to !== null) move(event, to);
    else if (cells !== null && !isReadOnly) onToggle(cells);
  };
  return {
    active,
    handlers: {
      onKeyDown,
      onKeyUp: ({ key }) => {
        if (key === 'Shift') stroke.current = null;
      },
      onFocus: ({ target }) => {
        const position = positionOf(target);
        if (position !== null) setActive(position);
      },
    },
  };
}

/** What a key toggles; null: nothing. */
function cellsFor(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  active: Position,
): readonly Cell[] | null {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') return CELLS;
  // Headers are buttons, which have their own way with these keys.
  return (key === ' ' || key === 'Enter') && isCell(active) ? [active] : null;
}

function focusAt(grid: HTMLElement, { day, hour }: Position): void {
  grid.querySelector<HTMLElement>(`[data-day="${day}"][data-hour="${hour}"]`)?.focus();
}
