import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

export interface PanelProps {
  readonly title: ReactNode;
  /** A short word beside the title: what the numbers are of, a number, a way on. */
  readonly aside?: ReactNode;
  /** What can be done with it, at the far end. */
  readonly actions?: ReactNode;
  /** What it is about, in a sentence. */
  readonly description?: ReactNode;
  /** Its content reaches its edges (`flush`), or has a frame and a name of its own (`bare`). */
  readonly frame?: 'padded' | 'flush' | 'bare';
  readonly children?: ReactNode;
}

/** A part of a page under its own heading. */
export function Panel(props: PanelProps): ReactNode {
  const { title, aside, actions, description, frame = 'padded', children } = props;
  const id = useId();
  // What has a frame of its own is a named region already.
  const Part = frame === 'bare' ? 'div' : 'section';
  return (
    <Part
      className={classes.panel}
      data-frame={frame}
      {...(frame === 'bare' ? {} : { 'aria-labelledby': id })}
    >
      <div className={classes.head}>
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        {aside ? <span className={classes.aside}>{aside}</span> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
      {description ? (
        <Text fz="sm" c="dimmed">
          {description}
        </Text>
      ) : null}
      {children}
    </Part>
  );
}
