import type { ReactNode } from 'react';
import classes from './facts.module.css';

/** What is known of something: pairs of `dt` and `dd`, one below the other. */
export function Facts({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className={classes.facts}>{children}</dl>;
}
