import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Secret } from '../../kit/secret.js';
import { curlExample } from './curl-example.js';

export interface NewKeyProps {
  readonly name: string;
  readonly token: string;
  readonly onClose: () => void;
}

/** The token of a key that was just made, which nobody is shown again, and how to try it. */
export function NewKey({ name, token, onClose }: NewKeyProps): ReactNode {
  return (
    <Stack gap="md">
      <Alert
        variant="outline"
        color="yellow"
        c="var(--amber)"
        icon={<IconAlertTriangle aria-hidden />}
        title="Copy it now: it is not shown again"
      >
        Whoever has the token may do what the key “{name}” may. Keep it where secrets are kept, and
        revoke the key if somebody else has seen it.
      </Alert>
      <Secret label="Token" what="token" text={token} />
      <Secret
        label="To try it"
        what="command"
        text={curlExample(globalThis.location.origin, token)}
      />
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}
