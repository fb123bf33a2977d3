import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ConfirmDialogProps } from './confirm-dialog.js';

const Loaded = lazy(async () => ({ default: (await import('./confirm-dialog.js')).ConfirmDialog }));

/** A confirmation whose code is loaded when somebody first asks for it: lists are shown without. */
export function AskedDialog(props: ConfirmDialogProps): ReactNode {
  const [wasAsked, setWasAsked] = useState(false);
  if (props.isOpen && !wasAsked) setWasAsked(true);
  if (!wasAsked) return null;
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
