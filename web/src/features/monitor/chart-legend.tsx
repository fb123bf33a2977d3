import type { ReactNode } from 'react';
import { formatCoins, formatMoney } from '../../kit/format/money.js';
import { formatClock } from '../../kit/format/time.js';
import { moneyOf } from '../../kit/format/exact-amounts.js';
import type { ChartModel } from './chart-model.js';
import classes from './spend-chart.module.css';

export interface ChartLegendProps {
  readonly model: ChartModel;
  /** The place of the row under the pointer; null: none, and the last one is described. */
  readonly pointed: number | null;
}

/** What the lines are, and where they are at an instant. It keeps its height whatever it says. */
export function ChartLegend({ model, pointed }: ChartLegendProps): ReactNode {
  const { rows, last, currency, timeZone, capMicros } = model;
  const now = rows.find((row) => row.at === last.at);
  const row = pointed === null ? now : (rows[pointed] ?? now);
  // With nothing under the pointer, what matters of a projection is where it ends.
  const ahead = pointed === null ? rows.at(-1) : row;
  if (row === undefined || ahead === undefined) return null;
  const rounded = (micros: bigint | null): string =>
    micros === null ? '–' : formatCoins(moneyOf(micros, currency));
  return (
    <figcaption className={classes.legend}>
      <span className={classes.at}>{formatClock(row.at, timeZone)}</span>
      <Entry line="spent" name="Spent">
        {row.spent === null ? '–' : formatMoney(moneyOf(row.spent, currency))}
      </Entry>
      {capMicros === null ? null : (
        <Entry line="ideal" name="Ideal">
          {rounded(row.ideal)}
        </Entry>
      )}
      <Entry line="likely" name={pointed === null ? 'Projection for the day' : 'Projection'}>
        {rounded(ahead.likely)}
        <Range low={ahead.low} high={ahead.high} format={rounded} />
      </Entry>
    </figcaption>
  );
}

interface RangeProps {
  readonly low: bigint | null;
  readonly high: bigint | null;
  readonly format: (micros: bigint) => string;
}

function Range({ low, high, format }: RangeProps): ReactNode {
  if (low === null || high === null || low === high) return null;
  return (
    <span className={classes.range}>
      {' '}
      ({format(low)} – {format(high)})
    </span>
  );
}

interface EntryProps {
  readonly line: 'spent' | 'ideal' | 'likely';
  readonly name: string;
  readonly children: ReactNode;
}

function Entry({ line, name, children }: EntryProps): ReactNode {
  return (
    <span className={classes.entry}>
      <span className={classes.key} data-line={line} aria-hidden />
      {name} <span className={classes.value}>{children}</span>
    </span>
  );
}
