import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

export interface PanelProps {
  readonly title: ReactNode;
  /** What it is about, in a sentence. */
  readonly description?: ReactNode;
  /** What can be done with it. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of a page with a title of its own. */
export function Panel({ title, description, actions, children }: PanelProps): ReactNode {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2} fz={16} id={id}>
            {title}
          </Title>
          {actions}
        </Group>
        {description ? (
          <Text fz="sm" c="dimmed">
            {description}
          </Text>
        ) : null}
        {children}
      </Stack>
    </section>
  );
}
