import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty-list.module.css';

export interface EmptyListProps {
  readonly title: string;
  /** What to do next. */
  readonly children: ReactNode;
}

/** What an empty list shows: that it is empty, and what to do next. */
export function EmptyList({ title, children }: EmptyListProps): ReactNode {
  return (
    <Stack className={classes.empty} align="center" gap="xs">
      <Title order={2} fz={17}>
        {title}
      </Title>
      <Text component="div" c="dimmed">
        {children}
      </Text>
    </Stack>
  );
}
