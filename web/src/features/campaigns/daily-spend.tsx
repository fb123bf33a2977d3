import type { ReactNode } from 'react';
import { formatCoins, type Money } from '../../kit/format/money.js';
import { MoneyText } from '../../kit/format/money-text.js';
import classes from './daily-spend.module.css';
import { compareMoney, shareOf } from './money-difference.js';
import { formatDay } from './format-day.js';

export interface DayOfSpend {
  /** The first instant of the local day. */
  readonly start: string;
  readonly spent: Money;
}

export interface DailySpendProps {
  /** In order, today last. */
  readonly days: readonly DayOfSpend[];
  /** The daily cap as it is now; null: none. */
  readonly cap: Money | null;
  readonly timeZone: string;
}

/** What was spent on each of some days: small bars, and their numbers for whoever asks. */
export function DailySpend({ days, cap, timeZone }: DailySpendProps): ReactNode {
  const last = days.at(-1);
  if (last === undefined) return null;
  const most = days.reduce(
    (so, { spent }) => (compareMoney(spent, so) > 0 ? spent : so),
    last.spent,
  );
  const top = cap !== null && compareMoney(cap, most) > 0 ? cap : most;
  const first = days[0] ?? last;
  return (
    <>
      <figure className={classes.figure}>
        <div
          className={classes.bars}
          role="img"
          aria-label={`Spend of ${days.length} days; the most was ${formatCoins(most)}. The numbers follow.`}
        >
          {cap === null ? null : (
            <span className={classes.cap} style={{ bottom: percent(shareOf(cap, top)) }} />
          )}
          {days.map(({ start, spent }) => (
            <span
              key={start}
              className={classes.day}
              title={`${formatDay(start, timeZone)}: ${formatCoins(spent)}`}
              data-last={start === last.start}
            >
              <span className={classes.bar} style={{ height: percent(shareOf(spent, top)) }} />
            </span>
          ))}
        </div>
        <figcaption className={classes.axis}>
          <span>{formatDay(first.start, timeZone)}</span>
          <span>Today</span>
        </figcaption>
      </figure>
      {cap === null ? null : (
        <p className={classes.legend}>the daily cap as it is now, {formatCoins(cap)}</p>
      )}
      <details className={classes.numbers}>
        <summary>The numbers</summary>
        <NumbersTable days={days} timeZone={timeZone} />
      </details>
    </>
  );
}

function NumbersTable({ days, timeZone }: Omit<DailySpendProps, 'cap'>): ReactNode {
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
            <th scope="row">{formatDay(start, timeZone)}</th>
            <td>
              <MoneyText money={spent} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
