import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MemberRowFragment } from '../../client/generated/graphql.js';
import { Badge } from '../../kit/badge.js';
import { InstantText } from '../../kit/format/instant-text.js';
import type { Column } from '../../kit/list/column.js';
import { BrandsText, csvBrands } from './brands-text.js';
import { ROLE_NAMES } from './roles.js';

/** The columns of the list of members, without what can be done with each. */
export function memberColumns(ownId: string | null): readonly Column<MemberRowFragment>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      sortField: 'NAME',
      cell: ({ id, name }) => (
        <Group gap={8} wrap="nowrap" component="span">
          <Text component="span" inherit fw={500}>
            {name}
          </Text>
          {id === ownId ? <Badge tone="grey">You</Badge> : null}
        </Group>
      ),
      csv: ({ name }) => name,
    },
    {
      id: 'email',
      header: 'E-mail',
      sortField: 'EMAIL',
      cell: ({ email }) => email,
      csv: ({ email }) => email,
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
      id: 'state',
      header: 'State',
      cell: ({ deactivatedAt }) => <MemberState deactivatedAt={deactivatedAt} />,
      csv: ({ deactivatedAt }) => (deactivatedAt === null ? 'Can sign in' : 'Deactivated'),
    },
    {
      id: 'joined',
      header: 'Joined',
      sortField: 'CREATED_AT',
      cell: ({ createdAt }) => <InstantText instant={createdAt} />,
      csv: ({ createdAt }) => createdAt,
    },
    {
      id: 'updatedAt',
      header: 'Role changed',
      isOptional: true,
      cell: ({ updatedAt }) => <InstantText instant={updatedAt} />,
      csv: ({ updatedAt }) => updatedAt,
    },
    {
      id: 'id',
      header: 'Id',
      isOptional: true,
      cell: ({ id }) => id,
      csv: ({ id }) => id,
    },
  ];
}

function MemberState({ deactivatedAt }: Pick<MemberRowFragment, 'deactivatedAt'>): ReactNode {
  return deactivatedAt === null ? (
    <Badge tone="good">Can sign in</Badge>
  ) : (
    <Badge tone="red">Deactivated</Badge>
  );
}
