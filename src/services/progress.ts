/** How far a long piece of work has come. */
export interface ProgressStep {
  /** What is being done, as a word or two for people: `Checking`. */
  readonly phase: string;
  readonly done: number;
  /** What `done` will be in the end; null: not known. */
  readonly total: number | null;
}

/** Watches a long piece of work, and may end it early. */
export interface Watcher {
  /** Called now and then, often enough for a progress bar. */
  readonly onProgress: (step: ProgressStep) => void;
  /** Work that is aborted throws the signal's reason at the next safe place. */
  readonly signal: AbortSignal;
}

/** For work that nobody watches. */
export const UNWATCHED: Watcher = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
};

/** As many watchers as pieces of work go on at once: together they tell one how far all have come. */
export function shareWatcher({ onProgress, signal }: Watcher, pieces: number): readonly Watcher[] {
  const steps = new Map<number, ProgressStep>();
  return Array.from({ length: pieces }, (_, piece) => ({
    signal,
    onProgress: (step) => {
      steps.set(piece, step);
      const all = [...steps.values()];
      const done = all.reduce((sum, one) => sum + one.done, 0);
      const total = all.reduce((sum, one) => sum + (one.total ?? one.done), 0);
      // Those that have not begun count as much as those that have, on average.
      onProgress({ phase: step.phase, done, total: (total / steps.size) * pieces });
    },
  }));
}
