import { Anchor, Modal, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuditRowFragment } from '../../client/generated/graphql.js';
import { CopyButton } from '../../kit/copy-button.js';
import { formatMoment, ownZone } from '../../kit/format/time.js';
import type { Dialog } from '../../kit/form/use-dialog.js';
import { actionInWords } from './audit-words.js';
import classes from './audit.module.css';
import { DiffTable } from './diff-table.js';
import { ObjectText } from './object-text.js';

/** All that the log has of one change. */
export function AuditDetails({ dialog }: { readonly dialog: Dialog<AuditRowFragment> }): ReactNode {
  const { subject: row, isOpen, close } = dialog;
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={row === null ? '' : `No. ${row.seq}: ${actionInWords(row.action)}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      size="xl"
      centered
    >
      {row === null ? null : <Details row={row} />}
    </Modal>
  );
}

function Details({ row }: { readonly row: AuditRowFragment }): ReactNode {
  const { actor, at, reason, origin, requestId, action } = row;
  return (
    <Stack gap="md">
      <dl className={classes.facts}>
        <dt>When</dt>
        <dd>
          {formatMoment(at, ownZone())} ({ownZone()})
        </dd>
        <dt>Who</dt>
        <dd>
          {actor.name} {actor.id === null ? null : <code className={classes.hash}>{actor.id}</code>}
        </dd>
        <dt>What</dt>
        <dd>
          {actionInWords(action)} <code className={classes.hash}>{action}</code>
        </dd>
        <dt>Of what</dt>
        <dd>
          <ObjectText row={row} />{' '}
          {row.objectId === null ? null : <code className={classes.hash}>{row.objectId}</code>}
        </dd>
        <dt>Why</dt>
        <dd>{reason ?? 'No reason was given.'}</dd>
        <dt>From where</dt>
        <dd>{origin}</dd>
        <dt>Request</dt>
        <dd>
          <code className={classes.hash}>{requestId}</code>
        </dd>
      </dl>
      <DiffTable row={row} />
      <RawJson row={row} />
      <Chain row={row} />
    </Stack>
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
