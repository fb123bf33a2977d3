import { Anchor, SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AgencyDocument } from '../../client/generated/graphql.js';
import { Facts } from '../../kit/facts.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { Page } from '../../kit/page.js';
import { PageError } from '../../kit/page-error.js';
import { PageLoading } from '../../kit/page-loading.js';
import { Panel } from '../../kit/panel.js';
import { useClient } from '../../live/live-context.js';
import { useMay } from '../session/session-context.js';
import classes from './agency.module.css';
import { AgencyNameForm } from './agency-name-form.js';
import { RolesTable } from './roles-table.js';

const DOCUMENTS = [
  { href: '/docs/operations', text: 'Running Paceline: starting, watching, backups, updates' },
  { href: '/docs/security', text: 'Security: people, keys, roles and the audit log' },
  { href: '/docs/api', text: 'The API, for machines' },
] as const;

/** The agency itself, and what each role may do in it. */
export function AgencyPage(): ReactNode {
  const { send } = useClient();
  const may = useMay();
  const { data, error, refetch } = useQuery({
    queryKey: ['agency'],
    queryFn: ({ signal }) => send(AgencyDocument, {}, signal),
  });
  if (error) return <PageError error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const { id, name, createdAt } = data.agency;
  return (
    <Page title="Agency">
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <Panel title={name}>
          <Stack gap="md">
            <Facts>
              <dt>Id</dt>
              <dd>
                <code>{id}</code>
              </dd>
              <dt>Made</dt>
              <dd>
                <InstantText instant={createdAt} />
              </dd>
            </Facts>
            {may('agency:write') ? <AgencyNameForm key={name} name={name} /> : null}
          </Stack>
        </Panel>
        <Panel
          title="How it is run"
          description="Written for whoever looks after the installation."
        >
          <ul className={classes.links}>
            {DOCUMENTS.map(({ href, text }) => (
              <li key={href}>
                <Anchor href={href} underline="always">
                  {text}
                </Anchor>
              </li>
            ))}
          </ul>
        </Panel>
      </SimpleGrid>
      <Panel
        title="What each role may do"
        description="Managers and ingest keys are for all or for chosen brands, clients for chosen ones; to them no other brand exists, and making a brand needs all. Owners are people; ingest is for keys. Nobody gives a role that may do more than their own."
      >
        <RolesTable />
      </Panel>
    </Page>
  );
}
