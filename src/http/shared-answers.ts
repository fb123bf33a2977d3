import { execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { isPromise } from '../platform/is-promise.js';
import type { Delivery } from '../resolvers/live/deliveries.js';

/** What a subscription's operation makes of an update. */
export interface Answer {
  readonly result: ExecutionResult;
  /** As it is sent; null where there are errors, which are not everybody's to read as they are. */
  readonly text: string | null;
}

type Pending = Answer | Promise<Answer>;

/**
 * Executes a subscription's operation, and writes the answer down, once for all who ask the same of the
 * same update: thousands of screens show the same things. Keeps an answer no longer than the update
 * that it was made of.
 */
export class SharedAnswers {
  private readonly ofUpdates = new WeakMap<object, Map<string, Pending>>();

  /** `likeness`: the same for those who may be told the same; see `likenessOf`. */
  answer(args: ExecutionArgs, likeness: string, delivery: Delivery<object>): Pending {
    if (!delivery.ok) return answerOf({ ...args, rootValue: delivery });
    const ofUpdate = this.ofUpdates.get(delivery.value) ?? new Map<string, Pending>();
    this.ofUpdates.set(delivery.value, ofUpdate);
    const known = ofUpdate.get(likeness);
    if (known !== undefined) return known;
    const pending = answerOf({ ...args, rootValue: delivery });
    ofUpdate.set(likeness, pending);
    return pending;
  }
}

function answerOf(args: ExecutionArgs): Pending {
  const result = execute(args);
  return isPromise(result) ? result.then(written) : written(result);
}

function written(result: ExecutionResult): Answer {
  return { result, text: result.errors ? null : JSON.stringify(result) };
}
