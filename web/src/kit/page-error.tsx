import { Box, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeError } from './describe-error.js';
import { Problem } from './problem.js';

export interface PageErrorProps {
  readonly error: unknown;
  /** What is done to try again; absent: it would not help. */
  readonly onRetry?: () => void;
}

/** What stands where something could not be read: why, and a way on. */
export function PageError({ error, onRetry }: PageErrorProps): ReactNode {
  return (
    <Box m="md">
      <Problem title="This could not be loaded">
        {describeError(error)}
        {onRetry ? (
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        ) : null}
      </Problem>
    </Box>
  );
}
