import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { KeyRowFragment } from '../../client/generated/graphql.js';
import { Badge } from '../../kit/badge.js';
import { formatDistance } from '../../kit/format/distance.js';
import { InstantText } from '../../kit/format/instant-text.js';
import type { Column } from '../../kit/list/column.js';
import { useNow, machineNow } from '../../kit/machine-clock.js';
import { BrandsText, csvBrands } from '../people/brands-text.js';
import { ROLE_NAMES } from '../people/roles.js';
import { describeKeyState } from './key-state.js';
import classes from './keys.module.css';

const STATE_EVERY_MS = 15_000;

/** The columns of the list of keys, without what can be done with each. */
export const KEY_COLUMNS: readonly Column<KeyRowFragment>[] = [
  {
    id: 'name',
    header: 'Name',
    sortField: 'NAME',
    cell: ({ name }) => (
      <Text component="span" inherit fw={500} className={classes.name}>
        {name}
      </Text>
    ),
    csv: ({ name }) => name,
  },
  {
    id: 'prefix',
    header: 'Begins with',
    cell: ({ prefix }) => <code className={classes.prefix}>{prefix}…</code>,
    csv: ({ prefix }) => prefix,
  },
  {
    id: 'state',
    header: 'State',
    cell: (row) => <KeyStateCell row={row} />,
    csv: (row) => describeKeyState(row, machineNow()).text,
  },
  {
    id: 'role',
    header: 'Role',
    cell: ({ role }) => ROLE_NAMES[role],
    csv: ({ role }) => ROLE_NAMES[role],
  },
  {
    id: 'brands',
    header: 'Brands',
    cell: ({ brands }) => <BrandsText brands={brands} />,
    csv: ({ brands }) => csvBrands(brands),
  },
  {
    id: 'lastUsedAt',
    header: 'Last used',
    sortField: 'LAST_USED_AT',
    cell: ({ lastUsedAt }) => <LastUsedCell lastUsedAt={lastUsedAt} />,
    csv: ({ lastUsedAt }) => lastUsedAt ?? '',
  },
  {
    id: 'expiresAt',
    header: 'Good until',
    cell: ({ expiresAt }) => <InstantText instant={expiresAt} none="No end" />,
    csv: ({ expiresAt }) => expiresAt ?? '',
  },
  {
    id: 'createdAt',
    header: 'Made',
    sortField: 'CREATED_AT',
    cell: ({ createdAt, createdBy }) => (
      <span className={classes.made}>
        <InstantText instant={createdAt} />
        <Text component="span" fz="xs" c="dimmed">
          by {createdBy}
        </Text>
      </span>
    ),
    csv: ({ createdAt }) => createdAt,
  },
  {
    id: 'createdBy',
    header: 'Made by',
    isOptional: true,
    cell: ({ createdBy }) => createdBy,
    csv: ({ createdBy }) => createdBy,
  },
  {
    id: 'revokedAt',
    header: 'Revoked',
    isOptional: true,
    cell: ({ revokedAt }) => <InstantText instant={revokedAt} />,
    csv: ({ revokedAt }) => revokedAt ?? '',
  },
];

function KeyStateCell({ row }: { readonly row: KeyRowFragment }): ReactNode {
  const { text, tone } = describeKeyState(row, useNow(STATE_EVERY_MS));
  return <Badge tone={tone}>{text}</Badge>;
}

function LastUsedCell({ lastUsedAt }: Pick<KeyRowFragment, 'lastUsedAt'>): ReactNode {
  const now = useNow(STATE_EVERY_MS);
  if (lastUsedAt === null) return 'Never';
  return (
    <time dateTime={lastUsedAt} title={lastUsedAt} className="number">
      {formatDistance(lastUsedAt, now)}
    </time>
  );
}
