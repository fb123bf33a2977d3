import { NavLink, Stack, Text } from '@mantine/core';
import {
  IconActivity,
  IconBook2,
  IconBuildingStore,
  IconClockPlay,
  IconCoins,
  IconHistory,
  IconKey,
  IconShieldCheck,
  IconTargetArrow,
  IconTerminal2,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import type { Permission } from '../../../src/domain/access/permission.js';
import { useMay } from '../features/session/session-context.js';

interface Place {
  readonly to:
    | '/'
    | '/campaigns'
    | '/brands'
    | '/spend'
    | '/history'
    | '/people'
    | '/keys'
    | '/jobs'
    | '/audit';
  readonly label: string;
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>;
  readonly needs: Permission;
}

const RUNNING: readonly Place[] = [
  { to: '/', label: 'Live monitor', icon: IconActivity, needs: 'campaign:read' },
  { to: '/campaigns', label: 'Campaigns', icon: IconTargetArrow, needs: 'campaign:read' },
  { to: '/brands', label: 'Brands', icon: IconBuildingStore, needs: 'brand:read' },
  { to: '/spend', label: 'Spend', icon: IconCoins, needs: 'spend:read' },
  { to: '/history', label: 'History', icon: IconHistory, needs: 'campaign:read' },
];
const SETTING_UP: readonly Place[] = [
  { to: '/people', label: 'People', icon: IconUsers, needs: 'member:read' },
  { to: '/keys', label: 'Keys', icon: IconKey, needs: 'key:read' },
  { to: '/jobs', label: 'Jobs', icon: IconClockPlay, needs: 'job:read' },
  { to: '/audit', label: 'Audit log', icon: IconShieldCheck, needs: 'audit:read' },
];
const ICON_SIZE = 18;

/** The way to every page that the viewer may see. */
export function Navigation(): ReactNode {
  return (
    <Stack component="nav" aria-label="Main" gap={2} h="100%">
      <Places places={RUNNING} />
      <Places places={SETTING_UP} title="Agency" />
      <Stack gap={2} mt="auto">
        <NavLink
          component="a"
          href="/docs"
          label="Documentation"
          leftSection={<IconBook2 size={ICON_SIZE} aria-hidden />}
        />
        <NavLink
          component="a"
          href="/playground"
          label="API playground"
          leftSection={<IconTerminal2 size={ICON_SIZE} aria-hidden />}
        />
      </Stack>
    </Stack>
  );
}

interface PlacesProps {
  readonly places: readonly Place[];
  readonly title?: string;
}

function Places({ places, title }: PlacesProps): ReactNode {
  const may = useMay();
  const { pathname } = useLocation();
  const shown = places.filter(({ needs }) => may(needs));
  if (shown.length === 0) return null;
  return (
    <>
      {title ? (
        <Text fz="xs" fw={600} c="dimmed" px="sm" pt="md" pb={4}>
          {title}
        </Text>
      ) : null}
      {shown.map(({ to, label, icon: Icon }) => {
        const isHere = to === '/' ? pathname === '/' : pathname.startsWith(to);
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={label}
            active={isHere}
            aria-current={isHere ? 'page' : undefined}
            leftSection={<Icon size={ICON_SIZE} aria-hidden />}
          />
        );
      })}
    </>
  );
}
