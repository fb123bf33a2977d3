import { GraphQLError } from 'graphql';
import { ResyncError } from '../../domain/live/updates.js';
import { err, ok, type Result } from '../../domain/result.js';

/** What a subscription's source hands to its resolver: an update, or at the end why there are no more. */
export type Delivery<T> = Result<T, Error>;

/**
 * Turns the failure of a source into its last delivery. A source that throws would take the whole
 * socket down, with all the other subscriptions on it.
 */
export function deliveriesOf<T>(source: AsyncIterable<T>): AsyncIterableIterator<Delivery<T>> {
  const updates = source[Symbol.asyncIterator]();
  let failed = false;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (failed) return { done: true, value: undefined };
      try {
        const result = await updates.next();
        if (result.done === true) return { done: true, value: undefined };
        return { done: false, value: ok(result.value) };
      } catch (error) {
        failed = true;
        return { done: false, value: err(asError(error)) };
      }
    },
    async return() {
      await updates.return?.();
      return { done: true, value: undefined };
    },
  };
}

/** The update, or the error that ends the subscription: RESYNC if the subscriber fell too far behind. */
export function received<T>(delivery: Delivery<T>): T {
  if (delivery.ok) return delivery.value;
  if (delivery.error instanceof ResyncError) {
    throw new GraphQLError(delivery.error.message, { extensions: { code: 'RESYNC' } });
  }
  throw delivery.error;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error('A source failed.', { cause: thrown });
}
