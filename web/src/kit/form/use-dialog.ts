import { useCallback, useMemo, useState } from 'react';

/** A dialog about something, which it keeps while it closes. */
export interface DialogState<Subject> {
  readonly isOpen: boolean;
  /** What it is about; null: it was not open yet. */
  readonly subject: Subject | null;
  /** Counts its openings: what is typed in one is gone in the next. */
  readonly turn: number;
  readonly open: (subject: Subject) => void;
  readonly close: () => void;
}

/** A dialog that is opened about one thing after the other; closed, the focus goes back to what opened it. */
export function useDialog<Subject>(): DialogState<Subject> {
  const [state, setState] = useState<Pick<DialogState<Subject>, 'isOpen' | 'subject' | 'turn'>>({
    isOpen: false,
    subject: null,
    turn: 0,
  });
  const open = useCallback((subject: Subject) => {
    setState(({ turn }) => ({ isOpen: true, subject, turn: turn + 1 }));
  }, []);
  const close = useCallback(() => {
    setState((before) => ({ ...before, isOpen: false }));
  }, []);
  return useMemo(() => ({ ...state, open, close }), [state, open, close]);
}
