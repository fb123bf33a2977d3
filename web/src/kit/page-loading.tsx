import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

/** What stands where a page will be. */
export function PageLoading(): ReactNode {
  return (
    <Stack gap="md" p="md" role="status">
      <VisuallyHidden>Loading …</VisuallyHidden>
      <Skeleton height={32} width={220} />
      <Skeleton height={40} />
      <Skeleton height={320} />
    </Stack>
  );
}
