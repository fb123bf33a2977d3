/** Why a mutation can be refused: the codes of the API's `UserErrorCode`, in its order. */
export const USER_ERROR_CODES = [
  'INVALID',
  'REQUIRED',
  'NOT_FOUND',
  'TAKEN',
  'VERSION_CONFLICT',
  'IDEMPOTENCY_CONFLICT',
  'CURRENCY_MISMATCH',
  'TOO_PRECISE',
  'OUT_OF_RANGE',
  'TOO_LATE',
  'IN_THE_FUTURE',
  'OVERLAPPING_WINDOWS',
  'ARCHIVED',
  'REFUND_TOO_LARGE',
  'TOO_MANY',
] as const;

/** One of {@link USER_ERROR_CODES}. */
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

/**
 * An expected refusal. `field` is the input path at fault, such as `['input', 'dailyBudget']`,
 * empty if it is the whole request; `message` names for people the thing, the value and the rule.
 */
export interface UserError {
  readonly field: readonly string[];
  readonly code: UserErrorCode;
  readonly message: string;
}

/** A {@link UserError} of its three parts. */
export function userError(
  field: readonly string[],
  code: UserErrorCode,
  message: string,
): UserError {
  return { field, code, message };
}

/**
 * Input that refuses the whole request, answered as BAD_USER_INPUT. `field` is the input path at
 * fault.
 */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(
    readonly field: readonly string[],
    message: string,
  ) {
    super(message);
  }
}

/**
 * The request cannot be served now, answered as UNAVAILABLE with Retry-After: `retryAfterSeconds`.
 */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';

  constructor(
    message: string,
    readonly retryAfterSeconds: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whoever asks is known and may not do this; answered as FORBIDDEN. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError';
}

/** Nobody knows who asks, or the credential is no longer good; answered as UNAUTHENTICATED. */
export class UnauthenticatedError extends Error {
  override readonly name = 'UnauthenticatedError';
}

/** More requests than the limit, answered as RATE_LIMITED with Retry-After: `retryAfterSeconds`. */
export class RateLimitedError extends Error {
  override readonly name = 'RateLimitedError';

  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}

/** A promise of the code itself is broken: a bug, answered as INTERNAL. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/**
 * Promises that `condition` holds. Throws {@link InvariantError} with `message` where it does not.
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/**
 * Closes an exhaustive switch: compiles only where no case is left. Throws {@link InvariantError}
 * if reached.
 */
export function assertNever(x: never): never {
  throw new InvariantError(`no case handles ${JSON.stringify(x)}`);
}
