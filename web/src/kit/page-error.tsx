import { Alert, Button, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { describeError } from './describe-error.js';

export interface PageErrorProps {
  readonly error: unknown;
  /** What is done to try again; absent: it would not help. */
  readonly onRetry?: () => void;
}

/** What stands where something could not be read: why, and a way on. */
export function PageError({ error, onRetry }: PageErrorProps): ReactNode {
  return (
    <Alert
      color="red"
      variant="outline"
      title="This could not be loaded"
      icon={<IconAlertTriangle aria-hidden />}
      m="md"
      role="alert"
    >
      <Stack gap="sm" align="flex-start">
        {describeError(error)}
        {onRetry ? (
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}
