import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly size?: 'md' | 'lg' | 'xl';
  /** A click beside it does not close it: what is in it would be lost. */
  readonly isKept?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page, which is closed by its button, by Escape, or by a click beside it. */
export function Dialog(props: DialogProps): ReactNode {
  const { isOpen, title, size = 'md', isKept = false, onClose, children } = props;
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      size={size}
      closeOnClickOutside={!isKept}
      centered
    >
      <Modal.Overlay />
      <Modal.Content className={classes.content}>
        {/* Modal.Header is a second banner of the page, for those who jump between them. */}
        <div className={classes.header}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
