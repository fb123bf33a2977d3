import { type ReactNode, useState } from 'react';
import classes from './day-bars.module.css';
import { isMore, shareOf } from './format/exact-amounts.js';
import { MoneyText } from './format/money-text.js';
import { formatCoins, type Money } from './format/money.js';
import { formatWeekday } from './format/time.js';

/** What was spent on a local day, which begins at `start`. */
export interface DayOfSpend {
  readonly start: string;
  readonly spent: Money;
}

export interface DayBarsProps {
  /** In order, today last. */
  readonly days: readonly DayOfSpend[];
  /** The daily budget as it is now, for comparison; null: none. */
  readonly budget: Money | null;
  readonly timeZone: string;
}

/** What was spent on each day, as bars: whoever points at one reads its amount, and the numbers follow. */
export function DayBars({ days, budget, timeZone }: DayBarsProps): ReactNode {
  const [pointed, setPointed] = useState<number | null>(null);
  const last = days.at(-1);
  if (last === undefined) return null;
  const most = mostOf(days.map(({ spent }) => spent)) ?? last.spent;
  const top = budget === null ? most : (mostOf([budget, most]) ?? most);
  const shown = days[pointed ?? days.length - 1] ?? last;
  return (
    <div className={`${classes.frame} live`}>
      <div className={classes.caption} aria-hidden>
        <strong className="number">{formatCoins(shown.spent)}</strong>
        <span>
          {formatWeekday(shown.start, timeZone)}
          {shown === last ? ', so far' : ''}
        </span>
        {budget === null ? null : (
          <span className={classes.legend}>the daily budget now, {formatCoins(budget)}</span>
        )}
      </div>
      <div
        className={classes.bars}
        role="img"
        aria-label={`Spend of ${days.length} days; the most was ${formatCoins(most)}. The numbers follow.`}
        onPointerLeave={() => {
          setPointed(null);
        }}
      >
        {days.map(({ start, spent }, place) => (
          <span
            key={start}
            className={classes.day}
            onPointerEnter={() => {
              setPointed(place);
            }}
          >
            <span
              className={classes.bar}
              data-today={place === days.length - 1}
              data-over={budget !== null && !isMore(budget, spent)}
              style={{ transform: `scaleY(${heightOf(spent, top)})` }}
            />
          </span>
        ))}
        {budget === null ? null : (
          <span
            className={classes.budget}
            style={{ bottom: `${(heightOf(budget, top) * 100).toFixed(2)}%` }}
          />
        )}
      </div>
      <Axis days={days} timeZone={timeZone} />
      <details className={classes.numbers}>
        <summary>The numbers</summary>
        <Numbers days={days} timeZone={timeZone} />
      </details>
    </div>
  );
}

type DaysProps = Omit<DayBarsProps, 'budget'>;

function Axis({ days, timeZone }: DaysProps): ReactNode {
  const middle = days[Math.floor(days.length / 2)];
  return (
    <div className={classes.axis} aria-hidden>
      {[days[0], middle].map((day) =>
        day ? <span key={day.start}>{formatWeekday(day.start, timeZone)}</span> : null,
      )}
      <span>Today</span>
    </div>
  );
}

function Numbers({ days, timeZone }: DaysProps): ReactNode {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Spent</th>
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map(({ start, spent }) => (
          <tr key={start}>
            <th scope="row">{formatWeekday(start, timeZone)}</th>
            <td>
              <MoneyText money={spent} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function mostOf(amounts: readonly Money[]): Money | null {
  return amounts.reduce<Money | null>(
    (most, one) => (most === null || isMore(one, most) ? one : most),
    null,
  );
}

/** 0 to 1: a day on which more was given back than spent has no bar. */
function heightOf(amount: Money, top: Money): number {
  return Math.min(1, Math.max(0, shareOf(amount, top) ?? 0));
}
