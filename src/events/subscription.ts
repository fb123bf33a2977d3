import { ResyncError } from '../domain/live/updates.js';
import type { Audience, Receiver, Watch } from './audience.js';
import type { LiveCounters } from './live-counters.js';
import type { Past } from './past.js';
import { type QueueRules, SubscriberQueue } from './subscriber-queue.js';

/** How events of one topic reach one subscriber. */
export interface SubscriptionSettings<Event, Update> {
  readonly audience: Audience<Event>;
  readonly watch: Watch;
  readonly queue: QueueRules;
  readonly counters: LiveCounters;
  /** Of two pending events with the same key only the latest is kept. */
  readonly keyOf: (event: Event) => string;
  /** What comes before the live events. */
  readonly past: Past<Event>;
  /**
   * Makes the update when its turn has come; null if there is nothing to say any more. `upcoming` is
   * what will probably be asked for next.
   */
  readonly deliver: (event: Event, upcoming: readonly Event[]) => Promise<Update | null>;
}

type Result<Update> = IteratorResult<Update, undefined>;

/** What is prepared together; a subscriber who leaves wastes no more than this. */
const MAX_UPCOMING = 31;

const DONE = { done: true, value: undefined } as const;

/**
 * One subscriber, from the moment this is made until it ends: by `return()`, which takes effect at
 * once even while `next()` waits; by an error, which `next()` throws once; or because the process
 * stops. When it has ended nothing of it is left in the audience.
 */
export class Subscription<Event, Update>
  implements AsyncIterableIterator<Update, undefined>, Receiver<Event>
{
  private readonly queue: SubscriberQueue<Event>;
  private readonly leave: () => void;
  private readonly begun: Promise<void>;
  private readonly asked: PromiseWithResolvers<Result<Update>>[] = [];
  private serving = false;
  private ended = false;
  private failure: Error | null = null;

  constructor(private readonly settings: SubscriptionSettings<Event, Update>) {
    this.queue = new SubscriberQueue(settings.queue);
    this.leave = settings.audience.add(settings.watch, this);
    this.begun = settings.past.begin();
    this.begun.catch((error: unknown) => {
      this.fail(asError(error));
    });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Result<Update>> {
    if (this.failure) return this.reportFailure(this.failure);
    if (this.ended) return Promise.resolve(DONE);
    const asked = Promise.withResolvers<Result<Update>>();
    this.asked.push(asked);
    if (!this.serving) void this.serve();
    return asked.promise;
  }

  return(): Promise<Result<Update>> {
    this.failure = null;
    this.end();
    return Promise.resolve(DONE);
  }

  offer(event: Event): void {
    if (this.ended || !this.settings.past.isNews(event)) return;
    const offered = this.queue.offer(this.settings.keyOf(event), event);
    if (offered === 'REPLACED') this.settings.counters.replaced += 1;
    if (offered === 'FULL') this.fail(new ResyncError());
  }

  fail(error: Error): void {
    if (this.ended) return;
    if (error instanceof ResyncError) this.settings.counters.resyncs += 1;
    const [first] = this.asked.splice(0, 1);
    if (first) first.reject(error);
    else this.failure = error;
    this.end();
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.leave();
    this.settings.past.stop();
    this.queue.close();
    for (const asked of this.asked.splice(0)) asked.resolve(DONE);
  }

  /** Answers those who asked, one after the other, each with what is read only then. */
  private async serve(): Promise<void> {
    this.serving = true;
    try {
      while (this.asked.length > 0) {
        const update = await this.nextUpdate();
        if (update !== null) this.asked.shift()?.resolve({ done: false, value: update });
      }
    } catch (error) {
      this.fail(asError(error));
    }
    this.serving = false;
  }

  private async nextUpdate(): Promise<Update | null> {
    const { past, deliver } = this.settings;
    await this.begun;
    const missed = await past.next();
    if (missed !== null) return deliver(missed, past.upcoming(MAX_UPCOMING));
    const event = await this.queue.take();
    if (event === undefined || !past.isNews(event)) return null;
    return deliver(event, this.queue.next(MAX_UPCOMING));
  }

  private reportFailure(error: Error): Promise<Result<Update>> {
    this.failure = null;
    return Promise.reject(error);
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error('Live delivery failed.', { cause: thrown });
}
