import { useCallback, useMemo, useState } from 'react';
import { sameWindows } from '../../../../../src/domain/schedule/same-windows.js';
import type { DaypartingWindow } from '../../../../../src/domain/schedule/window.js';
import { type Checked, checkDraft } from './check-draft.js';
import { type Draft, draftOf, isUnchanged } from './draft.js';
import { beginHistory, edited, type EditHistory, redone, undone } from './edit-history.js';

/** A schedule as the server has it. */
export interface Saved {
  readonly version: number;
  readonly windows: readonly DaypartingWindow[];
}

export interface ScheduleDraft {
  readonly draft: Draft;
  readonly checked: Checked;
  /** What the draft began from; what is saved is sent with its version. */
  readonly base: Saved;
  readonly isDirty: boolean;
  /** Somebody else has saved other hours since; null: nobody has. */
  readonly theirs: Saved | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly change: (change: (draft: Draft) => Draft, topic?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Begins again from a schedule. */
  readonly reset: (to: Saved) => void;
  /** Keeps the draft, as a change of another schedule than it began from. */
  readonly rebase: (onto: Saved) => void;
}

interface State {
  readonly base: Saved;
  readonly history: EditHistory<Draft>;
}

/**
 * What somebody makes of a schedule. As long as they have changed nothing it follows the server; then
 * it stays, and tells when the server has other hours than those it began from.
 */
export function useScheduleDraft(server: Saved): ScheduleDraft {
  const [state, setState] = useState<State>(() => begin(server));
  const { base, history } = state;
  const draft = history.present;
  const isDirty = !isUnchanged(draft, base.windows);
  const isNewer = server.version > base.version;
  const isOther = isNewer && !sameWindows(server.windows, base.windows);
  if (isNewer && !(isOther && isDirty)) {
    // What else was changed of the campaign does not concern its hours.
    setState(isOther ? begin(server) : { base: server, history });
  }
  const change = useCallback((next: (draft: Draft) => Draft, topic?: string) => {
    setState((before) => ({
      ...before,
      history: edited(before.history, next(before.history.present), topic ?? null),
    }));
  }, []);
  const checked = useMemo(() => checkDraft(draft), [draft]);
  return {
    draft,
    checked,
    base,
    isDirty,
    theirs: isOther && isDirty ? server : null,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change,
    undo: () => setState((before) => ({ ...before, history: undone(before.history) })),
    redo: () => setState((before) => ({ ...before, history: redone(before.history) })),
    reset: (to) => setState(begin(to)),
    rebase: (onto) => setState((before) => ({ ...before, base: onto })),
  };
}

function begin(saved: Saved): State {
  return { base: saved, history: beginHistory(draftOf(saved.windows)) };
}
