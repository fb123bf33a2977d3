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
