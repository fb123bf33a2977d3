import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { describeError } from './describe-error.js';

const CLOSE = { 'aria-label': 'Close this message' };

/** Says shortly that something was done. */
export function notifySuccess(message: string): void {
  notifications.show({
    message,
    color: 'pace',
    icon: <IconCheck size={18} aria-hidden />,
    closeButtonProps: CLOSE,
  });
}

/** Says why something was not done, until it is closed. */
export function notifyFailure(error: unknown): void {
  notifications.show({
    title: 'That was not done',
    message: describeError(error),
    color: 'red',
    icon: <IconAlertTriangle size={18} aria-hidden />,
    closeButtonProps: CLOSE,
    autoClose: false,
    role: 'alert',
  });
}
