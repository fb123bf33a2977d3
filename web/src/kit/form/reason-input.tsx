import { Textarea, type TextareaProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { MAX_REASON_LENGTH } from './reason.js';

/** Asks why something is done, for the history and the audit log. */
export function ReasonInput(props: Omit<TextareaProps, 'label' | 'maxLength'>): ReactNode {
  return (
    <Textarea
      label="Reason"
      description="For the record; may be left empty."
      maxLength={MAX_REASON_LENGTH}
      autosize
      minRows={2}
      {...props}
    />
  );
}
