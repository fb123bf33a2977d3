import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatCoins, type Money } from '../../kit/format/money.js';
import { formatWeekday } from '../../kit/format/time.js';
import classes from './day-bars.module.css';
import { isMore } from '../../kit/format/exact-amounts.js';

/** Above the highest bar or the budget, so that its label has room. */
const HEADROOM = 1.18;

interface DayPoint {
  readonly start: string;
  readonly spent: Money;
}

export interface DayBarsProps {
  /** One for each day, in order; the last one is today. */
  readonly points: readonly DayPoint[];
  /** The present daily budget, for comparison; null: none. */
  readonly budget: Money | null;
  readonly timeZone: string;
}

/** What was spent on each day, as bars. Whoever points at one reads its amount. */
export function DayBars({ points, budget, timeZone }: DayBarsProps): ReactNode {
  const [pointed, setPointed] = useState<number | null>(null);
  const top = topOf(points, budget);
  const shown = points[pointed ?? points.length - 1];
  return (
    <div className={classes.frame}>
      <div className={classes.caption} aria-hidden>
        {shown ? (
          <>
            <strong className="number">{formatCoins(shown.spent)}</strong>
            <span>
              {formatWeekday(shown.start, timeZone)}
              {pointed === null ? ', so far' : ''}
            </span>
          </>
        ) : null}
      </div>
      <ol
        className={`${classes.bars} live`}
        onPointerLeave={() => {
          setPointed(null);
        }}
      >
        {points.map(({ start, spent }, place) => (
          <li
            key={start}
            onPointerEnter={() => {
              setPointed(place);
            }}
          >
            <VisuallyHidden>
              {formatWeekday(start, timeZone)}: {formatCoins(spent)}
            </VisuallyHidden>
            <span
              aria-hidden
              className={classes.bar}
              data-today={place === points.length - 1}
              data-over={budget !== null && !isMore(budget, spent)}
              style={{ transform: `scaleY(${Number(spent.amount) / top})` }}
            />
          </li>
        ))}
        {budget === null ? null : (
          <li
            className={classes.budget}
            style={{ bottom: `${(Number(budget.amount) / top) * 100}%` }}
          >
            <span>Daily budget now: {formatCoins(budget)}</span>
          </li>
        )}
      </ol>
      <Axis points={points} timeZone={timeZone} />
    </div>
  );
}

function Axis({ points, timeZone }: Omit<DayBarsProps, 'budget'>): ReactNode {
  const [first] = points;
  const middle = points[Math.floor(points.length / 2)];
  const last = points.at(-1);
  return (
    <div className={classes.axis} aria-hidden>
      {[first, middle, last].map((point) =>
        point ? <span key={point.start}>{formatWeekday(point.start, timeZone)}</span> : null,
      )}
    </div>
  );
}

/** The height of the picture, in units of the currency: for drawing alone, so a float will do. */
function topOf(points: readonly DayPoint[], budget: Money | null): number {
  const amounts = points.map(({ spent }) => Number(spent.amount));
  return Math.max(Number.MIN_VALUE, Number(budget?.amount ?? 0), ...amounts) * HEADROOM;
}
