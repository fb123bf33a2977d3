import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type MemberRowFragment, RemoveMemberDocument } from '../../client/generated/graphql.js';
import { ConfirmDialog } from '../../kit/form/confirm-dialog.js';
import { accepted } from '../../kit/form/refusal.js';
import type { DialogState } from '../../kit/form/use-dialog.js';
import { notifyFailure, notifySuccess } from '../../kit/notify.js';
import { useClient } from '../../live/live-context.js';
import { useMe } from '../session/session-context.js';

export interface RemoveMemberDialogProps {
  readonly dialog: DialogState<MemberRowFragment>;
  readonly onRemoved: (id: string) => void;
}

/** Takes a member out of the agency, after asking. */
export function RemoveMemberDialog({ dialog, onRemoved }: RemoveMemberDialogProps): ReactNode {
  const { send } = useClient();
  const { person, agency } = useMe();
  const { subject: member, isOpen, turn, close } = dialog;
  const isOwn = member !== null && member.id === person?.id;
  const removing = useMutation({
    mutationFn: async ({ id, reason }: { id: string; reason: string | null }) =>
      accepted((await send(RemoveMemberDocument, { id, reason })).removeMember),
    onSuccess: (_, { id }) => {
      notifySuccess(`${member?.name ?? 'The member'} is removed.`);
      onRemoved(id);
    },
    onError: notifyFailure,
    onSettled: close,
  });
  return (
    <ConfirmDialog
      key={turn}
      isOpen={isOpen}
      title={isOwn ? 'Leave the agency?' : `Remove ${member?.name ?? ''}?`}
      action={isOwn ? 'Leave' : 'Remove'}
      isDangerous
      isBusy={removing.isPending}
      onConfirm={(reason) => {
        if (member) removing.mutate({ id: member.id, reason });
      }}
      onClose={close}
    >
      <Text fz="sm">
        {isOwn
          ? `You will no longer get into ${agency?.name ?? 'it'}; only somebody who is in it can invite you again.`
          : `${member?.email ?? 'They'} will be out of ${agency?.name ?? 'the agency'} within seconds. Keys that they made go on working: look after them too.`}
      </Text>
    </ConfirmDialog>
  );
}
