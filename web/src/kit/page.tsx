import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

export interface PageProps {
  readonly title: string;
  /** How many things the page lists, or another short word beside the title. */
  readonly aside?: ReactNode;
  /** What can be done with the whole of it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its title, also in the browser's tab, what can be done with it, and its content. */
export function Page({ title, aside, actions, children }: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${title} · Paceline`;
  }, [title]);
  return (
    <Stack gap="md" className={classes.page}>
      <Group justify="space-between" align="center" gap="sm">
        <Group gap="sm" align="baseline">
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {aside === undefined ? null : (
            <Text component="span" c="dimmed" className="number">
              {aside}
            </Text>
          )}
        </Group>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </Group>
      {children}
    </Stack>
  );
}
