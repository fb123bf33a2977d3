import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface ProblemProps {
  /** What did not come about. */
  readonly title?: string;
  /** Why, and ways out. */
  readonly children: ReactNode;
}

/** Why something was not done, where it was asked for. */
export function Problem({ title = 'That was not done', children }: ProblemProps): ReactNode {
  return (
    <Alert
      variant="outline"
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
    >
      <Stack gap="sm" align="flex-start">
        {children}
      </Stack>
    </Alert>
  );
}
