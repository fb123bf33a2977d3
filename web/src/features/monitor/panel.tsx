import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

export interface PanelProps {
  readonly title: string;
  /** A short word beside the title. */
  readonly aside?: ReactNode;
  /** What can be done with it, at the far end. */
  readonly actions?: ReactNode;
  /** Its content reaches its edges. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A part of the monitor under its own heading. */
export function Panel({ title, aside, actions, isFlush, children }: PanelProps): ReactNode {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id} data-flush={isFlush === true}>
      <div className={classes.head}>
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        {aside === undefined ? null : <span className={classes.aside}>{aside}</span>}
        {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
