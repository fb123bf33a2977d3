import { Button, Text } from '@mantine/core';
import { IconMailX, IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import {
  type InvitationRowFragment,
  InvitationsDocument,
  RevokeInvitationDocument,
} from '../../client/generated/graphql.js';
import { ConfirmDialog } from '../../kit/form/confirm-dialog.js';
import { accepted } from '../../kit/form/refusal.js';
import { type DialogState, useDialog } from '../../kit/form/use-dialog.js';
import { ResourceList } from '../../kit/list/resource-list.js';
import { ActionMenu } from '../../kit/action-menu.js';
import type { LoadPage } from '../../kit/list/use-list-page.js';
import { notifyFailure, notifySuccess } from '../../kit/notify.js';
import { useClient } from '../../live/live-context.js';
import { useMay, useMe } from '../session/session-context.js';
import { INVITATION_COLUMNS } from './invitation-columns.js';
import { InviteDialog } from './invite-dialog.js';
import {
  INVITATION_FILTERS,
  invitationFilterOf,
  invitationOrderOf,
  NEWEST_FIRST,
} from './member-filters.js';
import { PeopleTabs } from './people-tabs.js';
import { mayGrant } from './roles.js';

/** Who was asked into the agency, and what became of it. */
export function InvitationsPage(): ReactNode {
  const may = useMay();
  const load = useLoadInvitations();
  const invite = useDialog<true>();
  const revoke = useDialog<InvitationRowFragment>();
  const columns = useColumns(revoke.open);
  return (
    <>
      <ResourceList<InvitationRowFragment>
        title="Invitations"
        name="invitations"
        above={<PeopleTabs />}
        columns={columns}
        filters={INVITATION_FILTERS}
        searchLabel="Search e-mail"
        defaultSort={NEWEST_FIRST}
        load={load}
        nameOf={({ email }) => email}
        actions={
          may('member:write') ? (
            <Button
              leftSection={<IconUserPlus size={16} aria-hidden />}
              onClick={() => {
                invite.open(true);
              }}
            >
              Invite
            </Button>
          ) : null
        }
        whenEmpty="Invite somebody: you get a link to give to them, which is good for seven days."
      />
      <InviteDialog isOpen={invite.isOpen} turn={invite.turn} onClose={invite.close} />
      <RevokeDialog dialog={revoke} />
    </>
  );
}

function useColumns(revoke: (invitation: InvitationRowFragment) => void) {
  const { permissions } = useMe();
  return useMemo(
    () => [
      ...INVITATION_COLUMNS,
      {
        id: 'actions',
        header: 'Actions',
        align: 'end' as const,
        cell: (row: InvitationRowFragment) => {
          const canRevoke =
            row.status === 'OPEN' &&
            permissions.includes('member:write') &&
            mayGrant(permissions, row.role);
          const action = {
            label: 'Take back',
            icon: IconMailX,
            isDangerous: true,
            onClick: () => revoke(row),
          };
          return (
            <ActionMenu label={`Actions for ${row.email}`} actions={canRevoke ? [action] : []} />
          );
        },
      },
    ],
    [permissions, revoke],
  );
}

function RevokeDialog({
  dialog,
}: {
  readonly dialog: DialogState<InvitationRowFragment>;
}): ReactNode {
  const { send } = useClient();
  const queries = useQueryClient();
  const { subject, isOpen, turn, close } = dialog;
  const revoking = useMutation({
    mutationFn: async ({ id, reason }: { id: string; reason: string | null }) =>
      accepted((await send(RevokeInvitationDocument, { id, reason })).revokeInvitation),
    onSuccess: () => {
      notifySuccess('The invitation is taken back.');
    },
    onError: notifyFailure,
    onSettled: async () => {
      close();
      await queries.invalidateQueries({ queryKey: ['invitations'] });
    },
  });
  return (
    <ConfirmDialog
      key={turn}
      isOpen={isOpen}
      title={`Take the invitation of ${subject?.email ?? ''} back?`}
      action="Take back"
      isDangerous
      isBusy={revoking.isPending}
      onConfirm={(reason) => {
        if (subject) revoking.mutate({ id: subject.id, reason });
      }}
      onClose={close}
    >
      <Text>Its link is then no longer good. Another invitation can be made at any time.</Text>
    </ConfirmDialog>
  );
}

function useLoadInvitations(): LoadPage<InvitationRowFragment> {
  const { send } = useClient();
  return useCallback(
    async (state, { first, after }, signal) => {
      const filter = invitationFilterOf(state);
      const orderBy = invitationOrderOf(state.sort);
      const variables = { first, after, filter, orderBy };
      const { invitations } = await send(InvitationsDocument, variables, signal);
      return {
        rows: invitations.nodes,
        totalCount: invitations.totalCount,
        ...invitations.pageInfo,
      };
    },
    [send],
  );
}
