import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { MAX_WINDOWS } from '../../../../src/domain/schedule/validate-windows.js';
import { Problem } from '../../kit/problem.js';
import type { ScheduleDraft } from './draft/use-schedule-draft.js';
import { ALWAYS, type OpenHours, openHoursOf, minutesOf } from './hours/open-hours.js';
import { formatHours } from './hours/words.js';
import type { SaveProblem } from './use-save-schedule.js';

export interface DraftNoticesProps {
  readonly edit: ScheduleDraft;
  /** Why it was not saved; null: it was, or was not sent. */
  readonly problem: SaveProblem | null;
  readonly onPaint: (hours: OpenHours) => void;
}

/** What stands in the way of saving, with a way out of each. */
export function DraftNotices({ edit, problem, onPaint }: DraftNoticesProps): ReactNode {
  const { checked, draft, theirs } = edit;
  return (
    <>
      {checked.problem === 'never' ? (
        <Problem title="Nothing is open">
          A schedule without windows means always, so “never” cannot be saved. To stop the campaign,
          pause it; to let it run at some hours, open them here.
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => onPaint(ALWAYS)}>
              Open it always
            </Button>
          </Group>
        </Problem>
      ) : null}
      {checked.problem === 'too-many' ? (
        <Problem title={`${draft.rows.length} windows are too many`}>
          A schedule has at most {MAX_WINDOWS}. Days with the same hours share a window: make some
          of them alike.
        </Problem>
      ) : null}
      {theirs ? <TheirsNotice edit={edit} hours={openHoursOf(theirs.windows)} /> : null}
      {problem && !theirs ? (
        <Problem title="That was not saved">
          {problem.isConflict
            ? 'The campaign was changed by somebody else meanwhile, though not its hours. Your changes are still here: save again.'
            : (problem.message ?? 'The windows above say why. Nothing was changed.')}
        </Problem>
      ) : null}
    </>
  );
}

function TheirsNotice({ edit, hours }: { edit: ScheduleDraft; hours: OpenHours }): ReactNode {
  const { theirs, rebase, reset } = edit;
  if (theirs === null) return null;
  return (
    <Problem title="Somebody else changed this schedule meanwhile">
      It now has {formatHours(minutesOf(hours))} of 168 hours. Your changes are still here, and not
      saved.
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => rebase(theirs)}>
          Keep mine, to replace theirs
        </Button>
        <Button size="xs" variant="default" onClick={() => reset(theirs)}>
          Take theirs
        </Button>
      </Group>
    </Problem>
  );
}
