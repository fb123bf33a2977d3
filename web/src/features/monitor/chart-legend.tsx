import type { ReactNode } from 'react';
import { formatCoins, formatMoney } from '../../kit/format/money.js';
import { formatClock } from '../../kit/format/time.js';
import { moneyOf } from './amounts.js';
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
  const row = rows[pointed ?? -1] ?? rows.find(({ at }) => at === last.at);
  if (row === undefined) return null;
  const { at, spent, ideal, likely, low, high } = row;
  const rounded = (micros: bigint | null): string =>
    micros === null ? '–' : formatCoins(moneyOf(micros, currency));
  return (
    <figcaption className={classes.legend}>
      <span className={classes.at}>{formatClock(at, timeZone)}</span>
      <Entry line="spent" name="Spent">
        {spent === null ? '–' : formatMoney(moneyOf(spent, currency))}
      </Entry>
      {capMicros === null ? null : (
        <Entry line="ideal" name="Ideal">
          {rounded(ideal)}
        </Entry>
      )}
      <Entry line="likely" name="Projection">
        {rounded(likely)}
        {low === null || high === null || low === high ? null : (
          <span className={classes.range}>
            {' '}
            ({rounded(low)} – {rounded(high)})
          </span>
        )}
      </Entry>
    </figcaption>
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
