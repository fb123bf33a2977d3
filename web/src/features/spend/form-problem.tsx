import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Why the whole of a form was refused; nothing where it was not. */
export function FormProblem({ problem }: { readonly problem: string | null }): ReactNode {
  if (problem === null) return null;
  return (
    <Alert
      variant="outline"
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title="That was not recorded"
    >
      {problem}
    </Alert>
  );
}
