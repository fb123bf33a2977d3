import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { notifyFailure } from './notify.js';

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied, such as `link`. */
  readonly what: string;
}

/** Copies a text; where the browser does not let it, says so. */
export function CopyButton({ text, what }: CopyButtonProps): ReactNode {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await globalThis.navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      notifyFailure(
        new Error(`The browser does not let the ${what} be copied: select it instead.`),
      );
    }
  };
  const Icon = isCopied ? IconCheck : IconCopy;
  return (
    <Button
      variant="default"
      aria-live="polite"
      leftSection={<Icon size={16} aria-hidden />}
      onClick={() => void copy()}
    >
      {isCopied ? 'Copied' : `Copy ${what}`}
    </Button>
  );
}
