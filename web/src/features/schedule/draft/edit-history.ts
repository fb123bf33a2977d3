/** What somebody edits, with the way back and forth. */
export interface EditHistory<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What the last edit was of: more of the same is one step. */
  readonly topic: string | null;
}

/** As far back as anybody remembers. */
const MAX_STEPS = 100;

/** The history of what has not been edited yet. */
export function beginHistory<State>(present: State): EditHistory<State> {
  return { past: [], present, future: [], topic: null };
}

/** One edit further. Edits in a row with one topic, such as letters typed into a field, are one. */
export function edited<State>(
  history: EditHistory<State>,
  next: State,
  topic: string | null = null,
): EditHistory<State> {
  const isSameStep = topic !== null && topic === history.topic;
  const past = isSameStep ? history.past : [...history.past, history.present].slice(-MAX_STEPS);
  return { past, present: next, future: [], topic };
}

/** One step back, if there is one. */
export function undone<State>(history: EditHistory<State>): EditHistory<State> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    topic: null,
  };
}

/** One step forth again, if one was taken back. */
export function redone<State>(history: EditHistory<State>): EditHistory<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, topic: null };
}
