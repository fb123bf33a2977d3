import { UnavailableError } from '../domain/errors.js';

/** Where the process stands between its start and its end. */
export type Phase = 'STARTING' | 'SERVING' | 'STOPPING';

const RETRY_AFTER_SECONDS = 1;

const REASONS: Record<Exclude<Phase, 'SERVING'>, string> = {
  STARTING: 'Paceline is still starting.',
  STOPPING: 'Paceline is stopping.',
};

/** Whether the process can serve, for all of its doors. */
export class ServiceState {
  private phase: Phase = 'STARTING';
  private databaseUp = true;
  private readonly waiting = new Set<(error: unknown) => void>();

  /** Never goes back. */
  enter(phase: Phase): void {
    if (this.phase !== 'STOPPING') this.phase = phase;
  }

  get isStopping(): boolean {
    return this.phase === 'STOPPING';
  }

  /** Says whether the database answers. Ends what waits for it in vain. */
  databaseAnswers(up: boolean): void {
    this.databaseUp = up;
    if (up) return;
    for (const fail of this.waiting) fail(databaseGone());
  }

  /** Why nothing can be served now; null if it can. */
  refusal(): UnavailableError | null {
    if (this.phase !== 'SERVING') {
      return new UnavailableError(REASONS[this.phase], RETRY_AFTER_SECONDS);
    }
    return this.databaseUp ? null : databaseGone();
  }

  /**
   * The outcome of `work`. Throws UnavailableError as soon as the database no longer answers,
   * whatever `work` still waits for.
   */
  guard<T>(work: Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.waiting.add(reject);
    void work.then(resolve, reject).finally(() => this.waiting.delete(reject));
    return promise;
  }
}

function databaseGone(): UnavailableError {
  return new UnavailableError('The database cannot be reached.', RETRY_AFTER_SECONDS);
}
