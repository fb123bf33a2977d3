import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuditRowFragment } from '../../client/generated/graphql.js';
import { formatMoment, ownZone } from '../../kit/format/time.js';
import type { Column } from '../../kit/list/column.js';
import { actionInWords } from './audit-words.js';
import classes from './audit.module.css';
import { ChangesCell } from './changes-cell.js';
import { ObjectText } from './object-text.js';

const HASH_SHOWN = 10;

/** The columns of the audit log, without its number, which leads to its details. */
export const AUDIT_COLUMNS: readonly Column<AuditRowFragment>[] = [
  {
    id: 'at',
    header: 'When',
    cell: ({ at }) => <When at={at} />,
    csv: ({ at }) => at,
  },
  {
    id: 'actor',
    header: 'Who',
    cell: ({ actor }) => <Who actor={actor} />,
    csv: ({ actor }) => actor.name,
  },
  {
    id: 'action',
    header: 'What',
    cell: ({ action }) => <span title={action}>{actionInWords(action)}</span>,
    csv: ({ action }) => action,
  },
  {
    id: 'object',
    header: 'Of what',
    cell: (row) => <ObjectText row={row} />,
    csv: ({ objectKind, objectId }) => objectId ?? objectKind,
  },
  {
    id: 'changes',
    header: 'Changes',
    cell: (row) => <ChangesCell row={row} />,
  },
  {
    id: 'before',
    header: 'Before',
    isOptional: true,
    cell: ({ before }) => <code className={classes.hash}>{jsonOf(before)}</code>,
    csv: ({ before }) => jsonOf(before),
  },
  {
    id: 'after',
    header: 'After',
    isOptional: true,
    cell: ({ after }) => <code className={classes.hash}>{jsonOf(after)}</code>,
    csv: ({ after }) => jsonOf(after),
  },
  {
    id: 'reason',
    header: 'Why',
    cell: ({ reason }) => <span className={classes.why}>{reason ?? '–'}</span>,
    csv: ({ reason }) => reason ?? '',
  },
  {
    id: 'origin',
    header: 'From where',
    isOptional: true,
    cell: ({ origin }) => origin,
    csv: ({ origin }) => origin,
  },
  {
    id: 'requestId',
    header: 'Request',
    isOptional: true,
    cell: ({ requestId }) => <code className={classes.hash}>{requestId}</code>,
    csv: ({ requestId }) => requestId,
  },
  {
    id: 'hash',
    header: 'Hash',
    isOptional: true,
    cell: ({ hash }) => (
      <code className={classes.hash} title={hash}>
        {hash.slice(0, HASH_SHOWN)}…
      </code>
    ),
    csv: ({ hash }) => hash,
  },
];

function When({ at }: Pick<AuditRowFragment, 'at'>): ReactNode {
  return (
    <time dateTime={at} title={`${at} (shown in ${ownZone()})`} className="number">
      {formatMoment(at, ownZone())}
    </time>
  );
}

const ACTOR_KINDS = { USER: null, KEY: 'Key', SYSTEM: null } as const;

function Who({ actor }: Pick<AuditRowFragment, 'actor'>): ReactNode {
  const kind = ACTOR_KINDS[actor.kind];
  return (
    <span title={actor.id ?? undefined}>
      {kind === null ? null : (
        <Text component="span" fz="xs" c="dimmed" display="block">
          {kind}
        </Text>
      )}
      {actor.name}
    </span>
  );
}

function jsonOf(value: unknown): string {
  return value === null ? '' : JSON.stringify(value);
}
