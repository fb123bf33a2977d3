import { UnavailableError } from '../domain/errors.js';

/** How much of something may be done at once, and how many may wait for it. */
export interface TurnLimits {
  readonly concurrent: number;
  readonly waiting: number;
}

const RETRY_AFTER_SECONDS = 1;

/** Lets so many do something expensive at once; others wait for their turn, up to a limit. */
export class Turns {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly limits: TurnLimits) {}

  /** Does the work when its turn has come. Throws UnavailableError if too many wait already. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.limits.concurrent) await this.wait();
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      // The place goes to the next one, or becomes free.
      if (next) next();
      else this.running -= 1;
    }
  }

  private wait(): Promise<undefined> {
    if (this.queue.length >= this.limits.waiting) {
      throw new UnavailableError('Too many passwords are being checked.', RETRY_AFTER_SECONDS);
    }
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.queue.push(() => {
      resolve(undefined);
    });
    return promise;
  }
}
