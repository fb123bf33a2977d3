import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AskedDialog } from '../form/asked-dialog.js';
import { notifyFailure, notifySuccess } from '../notify.js';
import classes from './bulk-bar.module.css';
import { type BulkOutcome, MAX_SELECTED, type Selection } from './use-selection.js';

/** Something that can be done with all selected rows at once. */
export interface BulkAction {
  readonly id: string;
  /** A verb, such as Pause. */
  readonly label: string;
  readonly icon: ReactNode;
  /** What is about to happen to so many of them, for the confirmation. */
  readonly describe: (count: number) => string;
  readonly isDangerous?: boolean;
  /** Does it to rows, in order; `reason` is what the person gave for the record, if anything. */
  readonly run: (ids: readonly string[], reason: string | null) => Promise<readonly BulkOutcome[]>;
}

export interface BulkBarProps {
  readonly actions: readonly BulkAction[];
  readonly selection: Selection;
  /** The cache's name of what the actions change. */
  readonly listKey: readonly unknown[];
}

/** What can be done with the selected rows; shown while there are any. */
export function BulkBar({ actions, selection, listKey }: BulkBarProps): ReactNode {
  const [asked, setAsked] = useState<BulkAction | null>(null);
  const queries = useQueryClient();
  const { ids, settle, clear, refusals } = selection;
  const run = useMutation({
    mutationFn: ({ action, reason }: { action: BulkAction; reason: string | null }) =>
      action.run([...ids], reason),
    onSuccess: (outcomes) => {
      const refused = outcomes.filter(({ refusal }) => refusal !== null).length;
      settle(outcomes);
      report(outcomes.length - refused, refused);
      setAsked(null);
    },
    onError: (error) => {
      setAsked(null);
      notifyFailure(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: listKey }),
  });
  if (ids.size === 0) return null;
  return (
    <Group className={classes.bar} gap="sm" role="toolbar" aria-label="Selected rows">
      <Text fw={600} fz="sm" className="number" aria-live="polite">
        {ids.size} selected
        {ids.size === MAX_SELECTED ? ' (no more at once)' : ''}
        {refusals.size > 0 ? `, ${refusals.size} refused` : ''}
      </Text>
      {actions.map((action) => (
        <Button
          key={action.id}
          size="xs"
          variant={action.isDangerous ? 'outline' : 'filled'}
          color={action.isDangerous ? 'red' : 'pace'}
          leftSection={action.icon}
          onClick={() => {
            setAsked(action);
          }}
        >
          {action.label}
        </Button>
      ))}
      <Button size="xs" variant="default" onClick={clear}>
        Clear
      </Button>
      <AskedDialog
        isOpen={asked !== null}
        title={asked?.describe(ids.size) ?? ''}
        action={asked?.label ?? ''}
        isDangerous={asked?.isDangerous ?? false}
        isBusy={run.isPending}
        onConfirm={(reason) => {
          if (asked) run.mutate({ action: asked, reason });
        }}
        onClose={() => {
          setAsked(null);
        }}
      />
    </Group>
  );
}

function report(done: number, refused: number): void {
  if (refused === 0) notifySuccess(`Done for ${done}.`);
  else notifyFailure(new Error(`Done for ${done}; ${refused} refused, and still selected.`));
}
