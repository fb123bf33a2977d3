import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { InvitationRowFragment, InvitationStatus } from '../../client/generated/graphql.js';
import { Badge, type BadgeProps } from '../../kit/badge.js';
import { InstantText } from '../../kit/format/instant-text.js';
import type { Column } from '../../kit/list/column.js';
import { BrandsText, csvBrands } from './brands-text.js';
import { ROLE_NAMES } from './roles.js';

const STATUSES: Readonly<
  Record<InvitationStatus, { readonly text: string; readonly tone: BadgeProps['tone'] }>
> = {
  OPEN: { text: 'Open', tone: 'blue' },
  ACCEPTED: { text: 'Accepted', tone: 'good' },
  EXPIRED: { text: 'Expired', tone: 'amber' },
  REVOKED: { text: 'Taken back', tone: 'grey' },
};

/** The columns of the list of invitations, without what can be done with each. */
export const INVITATION_COLUMNS: readonly Column<InvitationRowFragment>[] = [
  {
    id: 'email',
    header: 'E-mail',
    sortField: 'EMAIL',
    cell: ({ email }) => (
      <Text component="span" inherit fw={500}>
        {email}
      </Text>
    ),
    csv: ({ email }) => email,
  },
  {
    id: 'status',
    header: 'Status',
    cell: (row) => <InvitationState row={row} />,
    csv: ({ status }) => STATUSES[status].text,
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
    id: 'invitedBy',
    header: 'Invited by',
    cell: ({ invitedBy }) => invitedBy,
    csv: ({ invitedBy }) => invitedBy,
  },
  {
    id: 'createdAt',
    header: 'Invited',
    sortField: 'CREATED_AT',
    cell: ({ createdAt }) => <InstantText instant={createdAt} />,
    csv: ({ createdAt }) => createdAt,
  },
  {
    id: 'expiresAt',
    header: 'Good until',
    sortField: 'EXPIRES_AT',
    cell: ({ status, expiresAt }) =>
      status === 'ACCEPTED' || status === 'REVOKED' ? '–' : <InstantText instant={expiresAt} />,
    csv: ({ expiresAt }) => expiresAt,
  },
];

function InvitationState({ row }: { readonly row: InvitationRowFragment }): ReactNode {
  const { text, tone } = STATUSES[row.status];
  return <Badge tone={tone}>{text}</Badge>;
}
