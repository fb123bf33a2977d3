import type { ReactNode } from 'react';
import classes from './usage-bar.module.css';

export interface UsageBarProps {
  /** Spent by budget: 1 is exhausted; null: no budget. */
  readonly utilization: number | null;
  /** Whose and which, for those who cannot see it, such as `Daily utilisation`. */
  readonly label: string;
  /** How much of the period is over, 0 to 1: marked, to tell who is ahead of it; absent: unmarked. */
  readonly pace?: number | undefined;
}

/** From where on a share is warned of. */
const AMBER_FROM = 0.7;
const ORANGE_FROM = 0.9;

/** How much of a budget is spent: green, amber from 70 %, orange from 90 %, red from 100 %, and the number. */
export function UsageBar({ utilization, label, pace }: UsageBarProps): ReactNode {
  if (utilization === null) {
    return <span className={classes.none}>no cap</span>;
  }
  const share = Math.min(1, Math.max(0, utilization));
  const text = formatShare(utilization);
  return (
    <span
      className={classes.usage}
      data-level={levelOf(utilization)}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={
        pace === undefined ? text : `${text}, with ${formatShare(pace)} of the time over`
      }
    >
      <span className={classes.bar}>
        <span className={classes.fill} style={{ transform: `scaleX(${share})` }} />
        {pace === undefined ? null : (
          <span className={classes.pace} style={{ left: `${(pace * 100).toFixed(1)}%` }} />
        )}
      </span>
      <span className={classes.text}>{text}</span>
    </span>
  );
}

function levelOf(utilization: number): 'green' | 'amber' | 'orange' | 'red' {
  if (utilization >= 1) return 'red';
  if (utilization >= ORANGE_FROM) return 'orange';
  return utilization >= AMBER_FROM ? 'amber' : 'green';
}

/** One decimal, cut and not rounded: 99.96 % is not 100 %. */
export function formatShare(utilization: number): string {
  return `${(Math.floor(utilization * 1000 + 1e-9) / 10).toFixed(1)} %`;
}
