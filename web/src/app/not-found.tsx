import { Anchor, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';

/** What an unknown address shows. */
export function NotFound(): ReactNode {
  return (
    <Stack p="xl" gap="sm">
      <Title order={1}>There is no such page</Title>
      <Text>
        The address may be mistyped.{' '}
        <Anchor component={Link} to="/" td="underline">
          Go to the monitor
        </Anchor>
        .
      </Text>
    </Stack>
  );
}
