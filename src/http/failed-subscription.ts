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
 * What ends a subscription at an event that could not be delivered because the subscriber is too far
 * behind or the database is gone: what follows would be incomplete. Null for every other answer.
 */
export function failureIn(
  { data, errors = [] }: ExecutionResult,
  codeOf: (error: GraphQLError) => string,
): Error | null {
  const isFinal = !data && errors.some((error) => FINAL_CODES.has(codeOf(error)));
  return isFinal ? new FailedSubscription(errors) : null;
}

/** The errors to be sent, where a failed subscription has been wrapped into one. */
export function errorsOf(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  return errors.flatMap((error) =>
    error.originalError instanceof FailedSubscription ? error.originalError.errors : [error],
  );
}
