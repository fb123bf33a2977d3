import type { ReactNode } from 'react';
import { type ClockChange, nextClockChange } from './clock-change.js';
import classes from './legend.module.css';
import { formatWeekday } from '../../kit/format/time.js';

export interface LegendProps {
  readonly timeZone: string;
  readonly nowMs: number;
  readonly isReadOnly: boolean;
}

/** What the grid's colours mean, how to paint it, and what becomes of it when clocks are changed. */
export function Legend({ timeZone, nowMs, isReadOnly }: LegendProps): ReactNode {
  const change = nextClockChange(nowMs, timeZone);
  return (
    <div className={classes.legend}>
      <div className={classes.keys}>
        <span className={classes.key} data-state="open">
          Open
        </span>
        <span className={classes.key} data-state="partial">
          Partly open
        </span>
        <span className={classes.key} data-state="closed">
          Closed
        </span>
        <span className={classes.key} data-state="now">
          Now
        </span>
      </div>
      {isReadOnly ? null : (
        <p className={classes.note}>
          Drag over hours, or choose a day or an hour as a whole.
          <span className={classes.byKeys}>
            {' '}
            With the keyboard: arrows move, Space toggles, Shift and an arrow paint, Ctrl+A takes
            the whole week.
          </span>
          <span className={classes.byTouch}> Beside the hours a finger scrolls.</span>
        </p>
      )}
      <p className={classes.note}>
        {change === null
          ? `These are the clocks of ${timeZone}, which are not put forward or back.`
          : describeChange(change, timeZone)}
      </p>
    </div>
  );
}

function describeChange({ atMs, byMinutes }: ClockChange, timeZone: string): string {
  const day = formatWeekday(atMs, timeZone);
  const outcome =
    byMinutes > 0
      ? 'forward: hours that are skipped do not run'
      : 'back: open hours that come twice run twice';
  return `These are the clocks of ${timeZone}. On ${day} they go ${outcome} that night.`;
}
