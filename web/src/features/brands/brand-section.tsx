import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

export interface BrandSectionProps {
  readonly title: string;
  /** Beside the title: a number, a way on. */
  readonly aside?: ReactNode;
  /** Whether its content brings a frame of its own. */
  readonly isBare?: boolean;
  readonly children: ReactNode;
}

/** A part of a brand's page under its own heading. */
export function BrandSection({
  title,
  aside,
  isBare = false,
  children,
}: BrandSectionProps): ReactNode {
  const id = useId();
  const content = (
    <>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        {aside === undefined ? null : <div className={classes.note}>{aside}</div>}
      </Group>
      {children}
    </>
  );
  // What has a frame of its own is a named region already.
  if (isBare) return <div className={classes.bare}>{content}</div>;
  return (
    <section aria-labelledby={id} className={classes.card}>
      {content}
    </section>
  );
}
