import { Alert, Button, Stack } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CampaignInput } from './campaign-form-values.js';

type Names = readonly (keyof CampaignInput)[];

/** That somebody else changed what is being edited: found out, or taken into the form. */
export type Conflict =
  | { readonly state: 'found' }
  | { readonly state: 'settled'; readonly theirs: Names; readonly kept: Names };

const LABELS: Readonly<Record<keyof CampaignInput, string>> = {
  name: 'name',
  externalId: 'external id',
  desiredStatus: 'desired status',
  dailyBudget: 'daily budget',
  monthlyBudget: 'monthly budget',
  startsAt: 'begin of the flight',
  endsAt: 'end of the flight',
};

export interface ConflictAlertProps {
  readonly conflict: Conflict;
  readonly onTakeTheirs: () => void;
}

/** Offers to read what somebody else changed meanwhile, and then says what came of it. */
export function ConflictAlert({ conflict, onTakeTheirs }: ConflictAlertProps): ReactNode {
  const isFound = conflict.state === 'found';
  return (
    <Alert
      variant="outline"
      color="pace"
      role="alert"
      icon={<IconGitMerge aria-hidden />}
      title={isFound ? 'Somebody changed this campaign meanwhile' : 'Look it over, and save again'}
    >
      {isFound ? (
        <Stack gap="sm" align="flex-start">
          Nothing of yours was saved, and nothing of it is lost.
          <Button size="xs" variant="default" onClick={onTakeTheirs}>
            Reload, and keep what I typed
          </Button>
        </Stack>
      ) : (
        describeSettled(conflict)
      )}
    </Alert>
  );
}

function describeSettled({
  theirs,
  kept,
}: {
  readonly theirs: Names;
  readonly kept: Names;
}): string {
  const both = kept.filter((name) => theirs.includes(name));
  const alone = theirs.filter((name) => !kept.includes(name));
  return [
    alone.length === 0 ? '' : `Taken from theirs: ${list(alone)}.`,
    both.length === 0 ? '' : `Both of you changed: ${list(both)}. Yours is in the form.`,
    theirs.length === 0 ? 'They changed nothing that is in this form.' : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function list(names: Names): string {
  return names.map((name) => LABELS[name]).join(', ');
}
