import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Why something was not done, where it was asked for. */
export function Problem({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Alert
      variant="outline"
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title="That was not done"
    >
      {children}
    </Alert>
  );
}
