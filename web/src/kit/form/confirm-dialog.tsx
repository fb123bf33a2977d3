import { Button, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { reasonOf } from './reason.js';
import { ReasonInput } from './reason-input.js';
import { Dialog } from '../dialog.js';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  /** What is about to happen. */
  readonly title: string;
  /** A verb: what the button does. */
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly isBusy: boolean;
  /** Whether a reason can be given, for the history and the audit log. */
  readonly asksReason?: boolean;
  readonly onConfirm: (reason: string | null) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks before something is done, and why it is. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { isOpen, title, action, isDangerous, isBusy, asksReason = true, children } = props;
  const [reason, setReason] = useState('');
  return (
    <Dialog isOpen={isOpen} title={title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onConfirm(reasonOf(reason));
        }}
      >
        <Stack gap="md">
          {children}
          {asksReason ? (
            <ReasonInput
              value={reason}
              onChange={(event) => {
                setReason(event.currentTarget.value);
              }}
              data-autofocus
            />
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              Cancel
            </Button>
            <Button type="submit" color={isDangerous ? 'red.9' : 'pace'} loading={isBusy}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
