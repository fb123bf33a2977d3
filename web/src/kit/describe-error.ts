import { RequestError } from '../client/request-error.js';

/** What went wrong, for people: what, and what they can do about it. */
export function describeError(error: unknown): string {
  if (!(error instanceof RequestError)) {
    return error instanceof Error ? error.message : 'Something went wrong.';
  }
  const again =
    error.retryAfterSeconds === null ? '' : ` Try again in ${error.retryAfterSeconds} s.`;
  const trace =
    error.code === 'INTERNAL' && error.requestId !== null ? ` (Request ${error.requestId})` : '';
  return `${error.message}${again}${trace}`;
}
