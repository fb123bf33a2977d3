import { Alert, SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Facts } from '../../kit/facts.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { Page } from '../../kit/page.js';
import { Panel } from '../../kit/panel.js';
import { type Me, useMe } from '../session/session-context.js';
import { MembershipsPanel } from './memberships-panel.js';
import { PasswordPanel } from './password-panel.js';
import { SessionsPanel } from './sessions-panel.js';

/** The viewer's own account. */
export function AccountPage(): ReactNode {
  const { person } = useMe();
  if (person === null) return <Page title="Your account">A key has no account.</Page>;
  return (
    <Page title="Your account">
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <Stack gap="md">
          <PersonPanel person={person} />
          {person.hasPassword ? <PasswordPanel owner={person} /> : <NoPassword />}
        </Stack>
        <Stack gap="md">
          <MembershipsPanel />
          <SessionsPanel />
        </Stack>
      </SimpleGrid>
    </Page>
  );
}

function PersonPanel({ person }: { readonly person: NonNullable<Me['person']> }): ReactNode {
  return (
    <Panel title="You">
      <Facts>
        <dt>Name</dt>
        <dd>{person.name}</dd>
        <dt>E-mail</dt>
        <dd>{person.email}</dd>
        <dt>Known here since</dt>
        <dd>
          <InstantText instant={person.createdAt} />
        </dd>
      </Facts>
    </Panel>
  );
}

function NoPassword(): ReactNode {
  return (
    <Panel title="Password">
      <Alert variant="outline" color="gray" c="var(--text)">
        You have none: you sign in another way. An owner or admin of your agency can make a link by
        which you choose one.
      </Alert>
    </Panel>
  );
}
