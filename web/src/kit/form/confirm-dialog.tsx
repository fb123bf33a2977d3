import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../dialog.js';

/** What the server keeps of a reason. */
const MAX_REASON_LENGTH = 500;

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
          props.onConfirm(reason.trim() === '' ? null : reason.trim());
        }}
      >
        <Stack gap="md">
          {children}
          {asksReason ? (
            <Textarea
              label="Reason"
              description="For the record; may be left empty."
              maxLength={MAX_REASON_LENGTH}
              autosize
              minRows={2}
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
