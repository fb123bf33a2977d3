/** Longer than any event takes on a busy machine, shorter than a test may take. */
const PATIENCE_MS = 25_000;

/** What a recorder is fed from: each event, and at last why there are no more. */
export interface RecorderSink<Event> {
  readonly next: (event: Event) => void;
  readonly error: (reason: unknown) => void;
  readonly complete: () => void;
}

interface Wish<Event> {
  readonly resolve: (event: Event) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Records what a subscription delivers. `next` and `until` take the events in order, each once, and
 * fail if none comes in time or the subscription ends.
 *
 * The server lets a status change that still waits give way to the same campaign's next one. So to see
 * each of them, take one before causing the next.
 *
 * To show that something causes no event, cause another one afterwards that must arrive, and look at
 * what `until` gives: it holds all that came before.
 */
export class Recorder<Event> {
  private readonly waiting: Event[] = [];
  private readonly wishes: Wish<Event>[] = [];
  private reason: Error | null = null;
  private leave: () => void = () => undefined;
  private readonly over = Promise.withResolvers<Error>();

  /** What feeds the recorder; it never throws. */
  get sink(): RecorderSink<Event> {
    return {
      next: (event) => {
        const wish = this.wishes.shift();
        if (wish) wish.resolve(event);
        else this.waiting.push(event);
      },
      error: (reason) => {
        this.finish(asError(reason));
      },
      complete: () => {
        this.finish(new Error('the subscription has ended'));
      },
    };
  }

  /** Says how the subscription is ended from here. */
  endWith(leave: () => void): void {
    this.leave = leave;
  }

  /** The next event. */
  next(): Promise<Event> {
    const [first] = this.waiting.splice(0, 1);
    if (first !== undefined) return Promise.resolve(first);
    if (this.reason) return Promise.reject(this.reason);
    const { promise, resolve, reject } = Promise.withResolvers<Event>();
    const wish = { resolve, reject };
    this.wishes.push(wish);
    return inTime(promise, () => {
      this.wishes.splice(this.wishes.indexOf(wish), 1);
    });
  }

  /** The next so many events. */
  async take(count: number): Promise<readonly Event[]> {
    const taken: Event[] = [];
    while (taken.length < count) taken.push(await this.next());
    return taken;
  }

  /** The next events, up to and including the first that meets the condition. */
  async until(condition: (event: Event) => boolean): Promise<readonly Event[]> {
    const taken: Event[] = [];
    for (;;) {
      const event = await this.next();
      taken.push(event);
      if (condition(event)) return taken;
    }
  }

  /** Why the server, or the test, ended the subscription; as soon as it has. */
  ended(): Promise<Error> {
    return inTime(this.over.promise, () => undefined);
  }

  /** Ends the subscription. */
  end(): void {
    this.leave();
  }

  private finish(reason: Error): void {
    this.reason ??= reason;
    this.over.resolve(this.reason);
    for (const { reject } of this.wishes.splice(0)) reject(this.reason);
  }
}

async function inTime<T>(work: Promise<T>, giveUp: () => void): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    giveUp();
    reject(new Error(`nothing came within ${PATIENCE_MS / 1000} s`));
  }, PATIENCE_MS);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** An error, a refusal of the server (a list of GraphQL errors) or the event of a closed socket. */
function asError(reason: unknown): Error {
  if (reason instanceof Error) return reason;
  return new Error(JSON.stringify(reason) || String(reason), { cause: reason });
}
