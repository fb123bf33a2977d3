import type { ExecutionResult, GraphQLError } from 'graphql';

/** Ends a subscription with these errors. */
class FailedSubscription extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('A subscription failed.');
    this.name = 'FailedSubscription';
  }
}

/** Errors that say that nothing sound can follow them. */
const FINAL_CODES: ReadonlySet<unknown> = new Set(['RESYNC', 'UNAVAILABLE']);

/**
 * The events of a subscription, ended as failed by the first that could not be delivered because the
 * subscriber is too far behind or the database is gone: what follows would be incomplete.
 */
export function endOnFailure(
  events: AsyncIterable<ExecutionResult>,
  codeOf: (error: GraphQLError) => string,
): AsyncIterableIterator<ExecutionResult> {
  const source = events[Symbol.asyncIterator]();
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    await source.return?.();
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const result = await source.next();
      if (result.done === true) return { done: true, value: undefined };
      const { data, errors = [] } = result.value;
      const isFinal = !data && errors.some((error) => FINAL_CODES.has(codeOf(error)));
      if (!isFinal) return result;
      await end();
      throw new FailedSubscription(errors);
    },
    return: end,
  };
}

/** The errors to be sent, where a failed subscription has been wrapped into one. */
export function errorsOf(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  return errors.flatMap((error) =>
    error.originalError instanceof FailedSubscription ? error.originalError.errors : [error],
  );
}
