import { Alert, Button, Stack } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Conflict, Editing } from './use-conflict.js';

export interface ConflictAlertProps {
  readonly editing: Pick<Editing<unknown>, 'conflict' | 'takeTheirs'>;
  /** What is edited, such as `campaign`. */
  readonly thing: string;
  /** What its fields are called in a sentence. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Offers to read what somebody else changed meanwhile, and then says what came of it. */
export function ConflictAlert({ editing, thing, labels }: ConflictAlertProps): ReactNode {
  const { conflict, takeTheirs } = editing;
  if (conflict === null) return null;
  const isFound = conflict.state === 'found';
  return (
    <Alert
      variant="outline"
      color="pace"
      role="alert"
      icon={<IconGitMerge aria-hidden />}
      title={isFound ? `Somebody changed this ${thing} meanwhile` : 'Look it over, and save again'}
    >
      {isFound ? (
        <Stack gap="sm" align="flex-start">
          Nothing of yours was saved, and nothing of it is lost.
          <Button size="xs" variant="default" onClick={() => void takeTheirs()}>
            Reload, and keep what I typed
          </Button>
        </Stack>
      ) : (
        describeSettled(conflict, labels)
      )}
    </Alert>
  );
}

type Settled = Extract<Conflict, { state: 'settled' }>;

function describeSettled({ theirs, kept }: Settled, labels: ConflictAlertProps['labels']): string {
  const list = (names: readonly string[]): string =>
    names.flatMap((name) => labels[name] ?? []).join(', ');
  const both = list(kept.filter((name) => theirs.includes(name)));
  const alone = list(theirs.filter((name) => !kept.includes(name)));
  return [
    alone === '' ? '' : `Taken from theirs: ${alone}.`,
    both === '' ? '' : `Both of you changed: ${both}. Yours is in the form.`,
    list(theirs) === '' ? 'They changed nothing that is in this form.' : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
