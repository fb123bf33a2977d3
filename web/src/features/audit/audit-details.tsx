import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Facts } from '../../kit/facts.js';
import { Dialog } from '../../kit/dialog.js';
import type { AuditRowFragment } from '../../client/generated/graphql.js';
import { CopyButton } from '../../kit/copy-button.js';
import { formatMoment, ownZone } from '../../kit/format/time.js';
import type { DialogState } from '../../kit/form/use-dialog.js';
import { actionInWords } from './audit-words.js';
import classes from './audit.module.css';
import { DiffTable } from './diff-table.js';
import { ObjectText } from './object-text.js';

/** All that the log has of one change. */
export function AuditDetails({
  dialog,
}: {
  readonly dialog: DialogState<AuditRowFragment>;
}): ReactNode {
  const { subject: row, isOpen, close } = dialog;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={row === null ? '' : `No. ${row.seq}: ${actionInWords(row.action)}`}
      size="xl"
    >
      {row === null ? null : <Details row={row} close={close} />}
    </Dialog>
  );
}

interface DetailsProps {
  readonly row: AuditRowFragment;
  readonly close: () => void;
}

function Details({ row, close }: DetailsProps): ReactNode {
  const { actor, at, reason, origin, requestId, action, objectId } = row;
  return (
    <Stack gap="md">
      <Facts>
        <dt>When</dt>
        <dd>
          {formatMoment(at, ownZone())} ({ownZone()})
        </dd>
        <dt>Who</dt>
        <dd>
          {actor.name}{' '}
          {actor.id === null ? null : (
            <IdText id={actor.id} filter="actor" words="All that they did" close={close} />
          )}
        </dd>
        <dt>What</dt>
        <dd>
          {actionInWords(action)} <code className={classes.hash}>{action}</code>
        </dd>
        <dt>Of what</dt>
        <dd>
          <ObjectText row={row} />{' '}
          {objectId === null ? null : (
            <IdText id={objectId} filter="object" words="All about it" close={close} />
          )}
        </dd>
        <dt>Why</dt>
        <dd>{reason ?? 'No reason was given.'}</dd>
        <dt>From where</dt>
        <dd>{origin}</dd>
        <dt>Request</dt>
        <dd>
          <code className={classes.hash}>{requestId}</code>
        </dd>
      </Facts>
      <DiffTable row={row} />
      <RawJson row={row} />
      <Chain row={row} />
    </Stack>
  );
}

interface IdTextProps {
  readonly id: string;
  /** What of the log has it. */
  readonly filter: 'actor' | 'object';
  readonly words: string;
  readonly close: () => void;
}

function IdText({ id, filter, words, close }: IdTextProps): ReactNode {
  return (
    <>
      <code className={classes.hash}>{id}</code>{' '}
      <Anchor
        component={Link}
        to="/audit"
        search={{ [filter]: id } as never}
        underline="always"
        onClick={close}
      >
        {words}
      </Anchor>
    </>
  );
}

function RawJson({ row: { before, after } }: { readonly row: AuditRowFragment }): ReactNode {
  return (
    <details>
      <summary className={classes.summary}>As the log has it (JSON)</summary>
      <pre className={classes.json} tabIndex={0} aria-label="Before and after as JSON">
        {JSON.stringify({ before, after }, null, 2)}
      </pre>
    </details>
  );
}

function Chain({ row: { hash, previousHash } }: { readonly row: AuditRowFragment }): ReactNode {
  return (
    <Stack gap={6} align="flex-start">
      <Title order={3} fz={14}>
        Hash
      </Title>
      <code className={classes.hash} style={{ overflowWrap: 'anywhere' }}>
        {hash}
      </code>
      <Text fz="sm" c="dimmed">
        It is made of everything in this row and of the hash of the row before it (
        <code title={previousHash}>{previousHash.slice(0, 10)}…</code>). So no row can be changed or
        taken away without all later hashes becoming others: one that you noted elsewhere proves
        this row and all before it.{' '}
        <Anchor href="/docs/security#the-audit-log" underline="always">
          How to verify it
        </Anchor>
      </Text>
      <CopyButton text={hash} what="hash" />
    </Stack>
  );
}
