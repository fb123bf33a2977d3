import { type PointerEvent, useEffect, useState } from 'react';
import { DAYS_OF_WEEK } from '../../../../../src/domain/schedule/window.js';
import { areOpen, type Cell, cellsBetween, HOURS_PER_DAY } from '../hours/cell.js';
import type { OpenHours } from '../hours/open-hours.js';
import { type Direction, isCell, positionOf } from './position.js';

/** A rectangle that is being painted with the pointer. */
export interface Stroke {
  readonly from: Cell;
  readonly to: Cell;
  /** Whether it opens what it covers, or closes it. */
  readonly isOpen: boolean;
}

export interface StrokeOptions {
  readonly hours: OpenHours;
  readonly direction: Direction;
  readonly isReadOnly: boolean;
  /** A stroke is done. */
  readonly onPaint: (cells: readonly Cell[], isOpen: boolean) => void;
}

type Handler = (event: PointerEvent<HTMLElement>) => void;

export interface Painting {
  readonly stroke: Stroke | null;
  readonly handlers: Readonly<
    Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel', Handler>
  >;
}

/**
 * Paints with a mouse, a pen or a finger: what it is pressed on decides whether to open or to close,
 * and the rectangle from there to where it is let go is set. Escape drops it.
 */
export function useStroke({ hours, direction, isReadOnly, onPaint }: StrokeOptions): Painting {
  const [stroke, setStroke] = useState<Stroke | null>(null);
  useEscape(stroke !== null, () => setStroke(null));
  const begin: Handler = (event) => {
    const cell = positionOf(event.target);
    if (isReadOnly || event.button !== 0 || cell === null || !isCell(cell)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setStroke({ from: cell, to: cell, isOpen: !areOpen(hours, [cell]) });
  };
  const extend: Handler = (event) => {
    if (stroke === null) return;
    const to = cellUnder(event, direction);
    if (to.day !== stroke.to.day || to.hour !== stroke.to.hour) setStroke({ ...stroke, to });
  };
  const finish: Handler = (event) => {
    if (stroke === null) return;
    setStroke(null);
    onPaint(cellsBetween(stroke.from, cellUnder(event, direction)), stroke.isOpen);
  };
  return {
    stroke,
    handlers: {
      onPointerDown: begin,
      onPointerMove: extend,
      onPointerUp: finish,
      onPointerCancel: () => setStroke(null),
    },
  };
}

function useEscape(isActive: boolean, drop: () => void): void {
  useEffect(() => {
    if (!isActive) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') drop();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}

/** The cell under the pointer, or the nearest one where it has left the grid. */
function cellUnder(event: PointerEvent<HTMLElement>, direction: Direction): Cell {
  const cells = event.currentTarget.querySelectorAll('[role="gridcell"]');
  const first = cells[0]?.getBoundingClientRect();
  const last = cells[cells.length - 1]?.getBoundingClientRect();
  if (first === undefined || last === undefined) return { day: 0, hour: 0 };
  const x = (event.clientX - first.left) / (last.right - first.left);
  const y = (event.clientY - first.top) / (last.bottom - first.top);
  const [day, hour] = direction === 'across' ? [y, x] : [x, y];
  return { day: indexAt(day, DAYS_OF_WEEK.length), hour: indexAt(hour, HOURS_PER_DAY) };
}

function indexAt(share: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(share * count)));
}
