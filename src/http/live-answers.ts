import type { ExecutionResult } from 'graphql';
import { isPromise } from '../platform/is-promise.js';
import type { Delivery } from '../resolvers/live/deliveries.js';
import type { Answer } from './shared-answers.js';

/** How the updates of a subscription become answers to its subscriber. */
export interface LiveAnswersSettings {
  readonly deliveries: AsyncIterable<Delivery<object>>;
  readonly answer: (delivery: Delivery<object>) => Answer | Promise<Answer>;
  /** Sends an answer as it is; resolves when the network has taken it. */
  readonly send: (text: string) => Promise<void>;
  /** What ends the subscription after an answer with errors; null: nothing. */
  readonly failureIn: (result: ExecutionResult) => Error | null;
}

const DONE = { done: true, value: undefined } as const;

/**
 * The answers of one subscription. Those without errors are sent here, since they are written down
 * already, once for everybody; what iterates gets the others, and the end. Begins when iteration does.
 */
export class LiveAnswers implements AsyncIterableIterator<ExecutionResult, undefined> {
  private source: AsyncIterator<Delivery<object>> | null = null;
  private hasEnded = false;

  constructor(private readonly settings: LiveAnswersSettings) {}

  [Symbol.asyncIterator](): this {
    this.source ??= this.settings.deliveries[Symbol.asyncIterator]();
    return this;
  }

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    const { answer, send } = this.settings;
    while (!this.hasEnded) {
      const delivery = await this.source?.next();
      if (delivery === undefined || delivery.done === true) return DONE;
      const pending = answer(delivery.value);
      const { result, text } = isPromise(pending) ? await pending : pending;
      if (text === null) return this.withErrors(result);
      await this.unlessEnded(send, text);
    }
    return DONE;
  }

  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.hasEnded = true;
    await this.source?.return?.();
    return DONE;
  }

  /** It may have been ended while an answer was being made. */
  private unlessEnded(send: (text: string) => Promise<void>, text: string): Promise<void> | null {
    return this.hasEnded ? null : send(text);
  }

  private async withErrors(
    result: ExecutionResult,
  ): Promise<IteratorResult<ExecutionResult, undefined>> {
    const failure = this.settings.failureIn(result);
    if (failure === null) return { done: false, value: result };
    await this.return();
    throw failure;
  }
}
