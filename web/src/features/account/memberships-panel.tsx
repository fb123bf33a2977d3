import { Button, Stack, Text } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SwitchAgencyDocument } from '../../client/generated/graphql.js';
import { Badge } from '../../kit/badge.js';
import { accepted } from '../../kit/form/refusal.js';
import { notifyFailure } from '../../kit/notify.js';
import { Panel } from '../../kit/panel.js';
import { useClient } from '../../live/live-context.js';
import { ROLE_NAMES, ROLE_SENTENCES } from '../people/roles.js';
import { useMe } from '../session/session-context.js';
import classes from './account.module.css';

/** The agencies that the viewer is in, what they may do there, and the way from one to another. */
export function MembershipsPanel(): ReactNode {
  const { memberships, agency: present } = useMe();
  const change = useSwitchAgency();
  return (
    <Panel
      title="Your agencies"
      description={memberships.length === 0 ? 'You are in none: somebody has to invite you.' : null}
    >
      <ul className={classes.rows}>
        {memberships.map(({ agency, role }) => (
          <li key={agency.id} className={classes.row}>
            <IconBuilding size={20} aria-hidden className={classes.icon} />
            <Stack gap={2} className={classes.main}>
              <Text fz="sm" fw={550}>
                {agency.name}
              </Text>
              <Text fz="xs" c="dimmed">
                {ROLE_NAMES[role]}: {ROLE_SENTENCES[role]}
              </Text>
            </Stack>
            {agency.id === present?.id ? (
              <Badge tone="good">You are here</Badge>
            ) : (
              <Button
                size="xs"
                variant="default"
                loading={change.isPending && change.variables === agency.id}
                onClick={() => {
                  change.mutate(agency.id);
                }}
                aria-label={`Change to ${agency.name}`}
              >
                Change to it
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function useSwitchAgency() {
  const { send } = useClient();
  return useMutation({
    mutationFn: async (id: string) =>
      accepted((await send(SwitchAgencyDocument, { id })).switchAgency),
    onSuccess: () => {
      // Everything on the screen is of the agency that was left.
      globalThis.location.assign('/');
    },
    onError: notifyFailure,
  });
}
