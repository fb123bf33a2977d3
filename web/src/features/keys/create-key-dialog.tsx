import { type ReactNode, useState } from 'react';
import { Dialog } from '../../kit/dialog.js';
import type { CreateKeyMutation } from '../../client/generated/graphql.js';
import { CreateKeyForm } from './create-key-form.js';
import { NewKey } from './new-key.js';

export interface CreateKeyDialogProps {
  readonly isOpen: boolean;
  /** Another one for each opening: what was shown once is gone. */
  readonly turn: number;
  readonly onClose: () => void;
}

/** Makes a key, and shows its token once. */
export function CreateKeyDialog({ isOpen, turn, onClose }: CreateKeyDialogProps): ReactNode {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="A new key" isKept size="lg">
      <CreateKey key={turn} onClose={onClose} />
    </Dialog>
  );
}

function CreateKey({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [made, setMade] = useState<CreateKeyMutation['createKey'] | null>(null);
  return made?.key && made.token !== null ? (
    <NewKey name={made.key.name} token={made.token} onClose={onClose} />
  ) : (
    <CreateKeyForm onMade={setMade} onCancel={onClose} />
  );
}
