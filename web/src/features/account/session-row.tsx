import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Badge } from '../../kit/badge.js';
import { formatDistance } from '../../kit/format/distance.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { useNow } from '../../kit/machine-clock.js';
import classes from './account.module.css';
import type { OwnSession } from './sessions-panel.js';
import { userAgentInWords } from './user-agent-words.js';

const TICK_MS = 15_000;

export interface SessionRowProps {
  readonly session: OwnSession;
  readonly onEnd: () => void;
}

/** One place where the viewer is signed in. */
export function SessionRow({ session, onEnd }: SessionRowProps): ReactNode {
  const { isCurrent, origin, userAgent, createdAt, lastUsedAt, expiresAt } = session;
  const now = useNow(TICK_MS);
  const browser = userAgentInWords(userAgent);
  return (
    <li className={classes.row}>
      <IconDeviceDesktop size={20} aria-hidden className={classes.icon} />
      <Stack gap={2} className={classes.main}>
        <Group gap="xs">
          <Text fz="sm" fw={550} title={userAgent ?? undefined}>
            {browser}
          </Text>
          {isCurrent ? <Badge tone="good">This one</Badge> : null}
        </Group>
        <Text fz="xs" c="dimmed">
          From {origin} · used {formatDistance(lastUsedAt, now)} · since{' '}
          <InstantText instant={createdAt} /> · ends <InstantText instant={expiresAt} />
        </Text>
      </Stack>
      {isCurrent ? null : (
        <Button
          size="xs"
          variant="default"
          onClick={onEnd}
          aria-label={`End ${browser} from ${origin}`}
        >
          End
        </Button>
      )}
    </li>
  );
}
