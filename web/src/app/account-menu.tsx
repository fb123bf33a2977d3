import { ActionIcon, Menu, Text } from '@mantine/core';
import {
  IconBuilding,
  IconLogout,
  IconSwitchHorizontal,
  IconUser,
  IconUserCircle,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SignOutDocument, SwitchAgencyDocument } from '../client/generated/graphql.js';
import { useMay, useMe } from '../features/session/session-context.js';
import { useClient } from '../live/live-context.js';
import { notifyFailure } from '../kit/notify.js';

const ICON_SIZE = 16;

/** Who is signed in and where, and the ways to their own pages, to another agency and out. */
export function AccountMenu(): ReactNode {
  const { actor, person, agency, role } = useMe();
  const may = useMay();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={`Account of ${actor.name}`}>
          <IconUser size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} fz="sm" c="var(--text)" truncate>
            {actor.name}
          </Text>
          <Text fz="xs" truncate>
            {person?.email}
          </Text>
          <Text fz="xs" truncate>
            {agency?.name} · {role?.toLowerCase()}
          </Text>
        </Menu.Label>
        <Menu.Item
          component={Link}
          to="/account"
          leftSection={<IconUserCircle size={ICON_SIZE} aria-hidden />}
        >
          Your account
        </Menu.Item>
        {may('agency:read') ? (
          <Menu.Item
            component={Link}
            to="/agency"
            leftSection={<IconBuilding size={ICON_SIZE} aria-hidden />}
          >
            Agency
          </Menu.Item>
        ) : null}
        <OtherAgencies />
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={ICON_SIZE} aria-hidden />}
          onClick={() => {
            signOut.mutate();
          }}
        >
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function OtherAgencies(): ReactNode {
  const { memberships, agency } = useMe();
  const { send } = useClient();
  const change = useMutation({
    mutationFn: (id: string) => send(SwitchAgencyDocument, { id }),
    onSuccess: () => {
      // Everything on the screen is of the agency that was left.
      globalThis.location.assign('/');
    },
    onError: notifyFailure,
  });
  const others = memberships.filter((one) => one.agency.id !== agency?.id);
  return others.map((one) => (
    <Menu.Item
      key={one.agency.id}
      leftSection={<IconSwitchHorizontal size={ICON_SIZE} aria-hidden />}
      onClick={() => {
        change.mutate(one.agency.id);
      }}
    >
      Change to {one.agency.name}
    </Menu.Item>
  ));
}

function useSignOut() {
  const { send } = useClient();
  return useMutation({
    mutationFn: () => send(SignOutDocument, {}),
    onSuccess: () => {
      globalThis.location.assign('/sign-in');
    },
    onError: notifyFailure,
  });
}
