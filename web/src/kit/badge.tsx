import type { ReactNode } from 'react';
import classes from './badge.module.css';

export interface BadgeProps {
  readonly tone: 'good' | 'amber' | 'red' | 'violet' | 'blue' | 'grey';
  /** What is so, in words: the colour only repeats it. */
  readonly children: ReactNode;
}

/** A word or two about the state of something. */
export function Badge({ tone, children }: BadgeProps): ReactNode {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
