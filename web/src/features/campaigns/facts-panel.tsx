import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CampaignDetailFragment } from '../../client/generated/graphql.js';
import { InstantText } from '../../kit/format/instant-text.js';
import classes from './facts-panel.module.css';
import { Panel } from '../../kit/panel.js';

const DESIRED = { ACTIVE: 'Active', PAUSED: 'Paused', ARCHIVED: 'Archived' } as const;

/** What is known of a campaign, besides what it does. */
export function FactsPanel({ campaign }: { readonly campaign: CampaignDetailFragment }): ReactNode {
  const { id, externalId, brand, desiredStatus, startsAt, endsAt, version } = campaign;
  const { timeZone } = brand;
  return (
    <Panel title="Facts">
      <dl className={classes.facts}>
        <Fact name="Id">
          <Copyable text={id} what="id" />
        </Fact>
        <Fact name="External id">
          {externalId === null ? 'none' : <Copyable text={externalId} what="external id" />}
        </Fact>
        <Fact name="Desired status">{DESIRED[desiredStatus]}</Fact>
        <Fact name="Flight begins">
          <InstantText instant={startsAt} timeZone={timeZone} none="has begun" />
        </Fact>
        <Fact name="Flight ends">
          <InstantText instant={endsAt} timeZone={timeZone} none="never" />
        </Fact>
        <Fact name="Currency, zone">
          {brand.currency}, {timeZone}
        </Fact>
        <Fact name="Created">
          <InstantText instant={campaign.createdAt} timeZone={timeZone} />
        </Fact>
        <Fact name="Last changed">
          <InstantText instant={campaign.updatedAt} timeZone={timeZone} />
        </Fact>
        <Fact name="Version">{version}</Fact>
      </dl>
    </Panel>
  );
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A text that somebody may want elsewhere. */
function Copyable({ text, what }: { readonly text: string; readonly what: string }): ReactNode {
  return (
    <span className={classes.copyable}>
      <code className={classes.code}>{text}</code>
      <CopyButton value={text} timeout={2_000}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : 'Copy'}>
            <ActionIcon
              variant="subtle"
              color="gray"
              c="var(--text-soft)"
              size="sm"
              aria-label={copied ? `The ${what} is copied` : `Copy the ${what}`}
              onClick={copy}
            >
              {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}
