import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AskedDialog } from '../../kit/form/asked-dialog.js';
import { notifyFailure, notifySuccess } from '../../kit/notify.js';
import { useFocusReturn } from '../../kit/use-focus-return.js';
import type { CampaignAction } from './use-campaign-actions.js';

/** Asks before something is done with a campaign, does it, and says what became of it. */
export function useCampaignActionDialog(): {
  readonly ask: (action: CampaignAction) => void;
  readonly dialog: ReactNode;
} {
  const [asked, setAsked] = useState<{ readonly action: CampaignAction; readonly time: number }>();
  const [isOpen, setIsOpen] = useState(false);
  const focus = useFocusReturn();
  const queries = useQueryClient();
  const close = (): void => {
    setIsOpen(false);
    focus.giveBack();
  };
  const running = useMutation({
    mutationFn: ({ action, reason }: { action: CampaignAction; reason: string | null }) =>
      action.run(reason),
    onSuccess: (_, { action }) => {
      notifySuccess(action.done);
    },
    onError: notifyFailure,
    onSettled: async () => {
      close();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['campaigns'] }),
        queries.invalidateQueries({ queryKey: ['campaign'] }),
        queries.invalidateQueries({ queryKey: ['changes-by-people'] }),
      ]);
    },
  });
  const ask = (action: CampaignAction): void => {
    focus.remember();
    // Another question each time: what was typed as a reason belongs to the one before.
    setAsked((before) => ({ action, time: (before?.time ?? 0) + 1 }));
    setIsOpen(true);
  };
  const dialog = asked ? (
    <AskedDialog
      key={asked.time}
      isOpen={isOpen}
      title={asked.action.question}
      action={asked.action.label}
      isDangerous={asked.action.isDangerous}
      isBusy={running.isPending}
      onConfirm={(reason) => {
        running.mutate({ action: asked.action, reason });
      }}
      onClose={close}
    >
      <Text fz="sm">{asked.action.meaning}</Text>
    </AskedDialog>
  ) : null;
  return { ask, dialog };
}
