/** Why a request has no answer, for programs: a code of the API, or one of the way to it. */
export type RequestErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL'
  /** The server did not answer, or not in time. */
  | 'UNREACHABLE';

interface Details {
  readonly field?: readonly string[];
  readonly requestId?: string | null;
  readonly retryAfterSeconds?: number | null;
}

/**
 * A request that failed as a whole. Refusals that are to be expected are no errors: they are the
 * answer's `userErrors`.
 */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  /** The argument at fault, such as `['filter', 'brandId']`; empty if it is the whole request. */
  readonly field: readonly string[];
  /** The id under which the server's log has the request; null if it never got there. */
  readonly requestId: string | null;
  /** When it is worth trying again; null if the server did not say. */
  readonly retryAfterSeconds: number | null;

  constructor(
    readonly code: RequestErrorCode,
    message: string,
    { field = [], requestId = null, retryAfterSeconds = null }: Details = {},
  ) {
    super(message);
    this.field = field;
    this.requestId = requestId;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
