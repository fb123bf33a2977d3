import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type KeyRowFragment, RevokeKeyDocument } from '../../client/generated/graphql.js';
import { ConfirmDialog } from '../../kit/form/confirm-dialog.js';
import { accepted } from '../../kit/form/refusal.js';
import type { DialogState } from '../../kit/form/use-dialog.js';
import { notifyFailure, notifySuccess } from '../../kit/notify.js';
import { useClient } from '../../live/live-context.js';

/** Ends a key for ever, after asking. */
export function RevokeKeyDialog({
  dialog,
}: {
  readonly dialog: DialogState<KeyRowFragment>;
}): ReactNode {
  const { send } = useClient();
  const queries = useQueryClient();
  const { subject: key, isOpen, turn, close } = dialog;
  const revoking = useMutation({
    mutationFn: async ({ id, reason }: { id: string; reason: string | null }) =>
      accepted((await send(RevokeKeyDocument, { id, reason })).revokeKey),
    onSuccess: () => {
      notifySuccess(`The key “${key?.name ?? ''}” is revoked.`);
    },
    onError: notifyFailure,
    onSettled: async () => {
      close();
      await queries.invalidateQueries({ queryKey: ['keys'] });
    },
  });
  return (
    <ConfirmDialog
      key={turn}
      isOpen={isOpen}
      title={`Revoke the key “${key?.name ?? ''}”?`}
      action="Revoke"
      isDangerous
      isBusy={revoking.isPending}
      onConfirm={(reason) => {
        if (key) revoking.mutate({ id: key.id, reason });
      }}
      onClose={close}
    >
      <Text fz="sm">
        Whatever uses {key?.prefix}… is refused within seconds, and what it has open is closed. A
        revoked key never becomes good again.
      </Text>
    </ConfirmDialog>
  );
}
