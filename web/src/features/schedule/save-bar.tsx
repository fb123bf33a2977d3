import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { MAX_REASON_LENGTH, reasonOf } from '../../kit/form/reason.js';
import type { Checked } from './draft/check-draft.js';
import type { ScheduleDraft } from './draft/use-schedule-draft.js';
import { closed, minutesOf, type OpenHours, openHoursOf } from './hours/open-hours.js';
import { formatHours } from './hours/words.js';
import classes from './schedule-editor.module.css';

export interface SaveBarProps {
  readonly edit: ScheduleDraft;
  readonly isBusy: boolean;
  /** `done` empties the reason once it was saved. */
  readonly onSave: (
    windows: NonNullable<Checked['windows']>,
    reason: string | null,
    done: () => void,
  ) => void;
}

/** What has changed, and what becomes of it. */
export function SaveBar({ edit, isBusy, onSave }: SaveBarProps): ReactNode {
  const { checked, base, isDirty, theirs, reset } = edit;
  const [reason, setReason] = useState('');
  const save = (): void => {
    if (checked.windows === null) focusFirstFlaw();
    else onSave(checked.windows, reasonOf(reason), () => setReason(''));
  };
  return (
    <form
      className={classes.saveBar}
      aria-label="Save the schedule"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <span role="status" className={classes.changes}>
        {isDirty ? describeChanges(checked, openHoursOf(base.windows)) : 'All changes are saved.'}
      </span>
      {isDirty ? (
        <TextInput
          className={classes.reason}
          size="sm"
          aria-label="Reason, for the record"
          placeholder="Reason (optional)"
          maxLength={MAX_REASON_LENGTH}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      <Group gap="xs" wrap="nowrap">
        {isDirty ? (
          <Button variant="default" disabled={isBusy} onClick={() => reset(theirs ?? base)}>
            Discard
          </Button>
        ) : null}
        <Button
          type="submit"
          loading={isBusy}
          disabled={!isDirty || theirs !== null || checked.problem !== null}
        >
          Save schedule
        </Button>
      </Group>
    </form>
  );
}

/** `Not saved: 5 h more open, 2 h closed.` */
function describeChanges({ hours, flaws }: Checked, before: OpenHours): string {
  if (flaws.size > 0) return 'Some windows are not right yet.';
  const more = minutesOf(closed(hours, before));
  const less = minutesOf(closed(before, hours));
  const parts = [
    ...(more > 0 ? [`+${formatHours(more)} h`] : []),
    ...(less > 0 ? [`−${formatHours(less)} h`] : []),
  ];
  return parts.length === 0
    ? 'Not saved: the same hours, written otherwise.'
    : `Not saved: ${parts.join(', ')} a week.`;
}

function focusFirstFlaw(): void {
  const flawed = document.querySelector<HTMLElement>('li[data-invalid]');
  const input = flawed?.querySelector<HTMLElement>('[aria-invalid="true"]');
  (input ?? flawed?.querySelector<HTMLElement>('button'))?.focus();
}
