import { Paper } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import type { ScheduleOfFragment } from '../../client/generated/graphql.js';
import { notifySuccess } from '../../kit/notify.js';
import { describeOpening } from './describe-opening.js';
import { withHours } from './draft/draft.js';
import { windowsFrom } from './draft/exchange.js';
import { type Saved, type ScheduleDraft, useScheduleDraft } from './draft/use-schedule-draft.js';
import { DraftNotices } from './draft-notices.js';
import { EditorTools } from './editor-tools.js';
import { WeekGrid } from './grid/week-grid.js';
import type { OpenHours } from './hours/open-hours.js';
import { Legend } from './legend.js';
import { SaveBar } from './save-bar.js';
import classes from './schedule-editor.module.css';
import { ScheduleSummary } from './schedule-summary.js';
import { useSaveSchedule } from './use-save-schedule.js';
import { weekMomentAt } from './when.js';
import { WindowList } from './windows/window-list.js';

export interface ScheduleEditorProps {
  readonly campaign: ScheduleOfFragment;
  readonly nowMs: number;
  /** Why nothing can be changed; null: it can. */
  readonly lock: string | null;
}

const PHONE = '(max-width: 48em)';
const NO_REFUSALS: ReadonlyMap<number, string> = new Map();

/** A schedule, painted by the hour and written to the minute. */
export function ScheduleEditor({ campaign, nowMs, lock }: ScheduleEditorProps): ReactNode {
  const { timeZone } = campaign.schedule;
  const isReadOnly = lock !== null;
  const isPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  const edit = useScheduleDraft(useSaved(campaign));
  const { draft, checked } = edit;
  const { mutation, problem } = useSaveSchedule(campaign.id, (after) => {
    edit.rebase(savedOf(after));
    notifySuccess(`Saved. ${describeOpening(after, nowMs)}`);
  });
  const own = problem?.draft === draft ? problem : null;
  useLeaveWarning(edit.isDirty);
  const paint = (hours: OpenHours, topic?: string): void =>
    edit.change((before) => withHours(before, hours), topic);
  return (
    <Paper
      withBorder
      className={classes.card}
      onKeyDown={isReadOnly ? undefined : (event) => undoByKey(event, edit)}
    >
      <ScheduleSummary
        campaign={campaign}
        hours={checked.hours}
        nowMs={nowMs}
        isDirty={edit.isDirty}
      />
      {isReadOnly ? (
        <p className={classes.lock}>
          <IconLock size={18} aria-hidden />
          <span>{lock}</span>
        </p>
      ) : (
        <EditorTools edit={edit} onPaint={paint} />
      )}
      <div className={classes.columns}>
        <div className={classes.grid}>
          <WeekGrid
            hours={checked.hours}
            now={weekMomentAt(nowMs, timeZone)}
            direction={isPhone ? 'down' : 'across'}
            isReadOnly={isReadOnly}
            onChange={paint}
          />
          <Legend timeZone={timeZone} nowMs={nowMs} isReadOnly={isReadOnly} />
        </div>
        <WindowList
          draft={draft}
          checked={checked}
          refusals={own?.rows ?? NO_REFUSALS}
          isReadOnly={isReadOnly}
          onChange={edit.change}
        />
      </div>
      {isReadOnly ? null : (
        <div className={classes.footer} data-dirty={edit.isDirty || undefined}>
          <DraftNotices edit={edit} problem={own} onPaint={paint} />
          <SaveBar
            edit={edit}
            isBusy={mutation.isPending}
            onSave={(windows, reason, done) => {
              const { version } = edit.base;
              mutation.mutate({ draft, windows, version, reason }, { onSuccess: done });
            }}
          />
        </div>
      )}
    </Paper>
  );
}

function savedOf({ version, schedule }: ScheduleOfFragment): Saved {
  return { version, windows: windowsFrom(schedule.windows) };
}

function useSaved(campaign: ScheduleOfFragment): Saved {
  return useMemo(() => savedOf(campaign), [campaign]);
}

function useLeaveWarning(isDirty: boolean): void {
  useBlocker({
    shouldBlockFn: () => isDirty && !globalThis.confirm('Leave without saving the schedule?'),
    enableBeforeUnload: () => isDirty,
  });
}

/** Inputs have their own way back. */
function undoByKey(event: KeyboardEvent, { undo, redo }: ScheduleDraft): void {
  if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo();
  else undo();
}
