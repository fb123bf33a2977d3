import type { GraphqlAnswer, GraphqlProblem, Operation } from './operation.js';
import { RequestError, type RequestErrorCode } from './request-error.js';

export interface SendOptions {
  /** Where the API is, such as `http://localhost:4000/graphql`. */
  readonly url: string;
  /** A key's token; null: the browser's session is used. */
  readonly token: string | null;
}

/** Longer than any of the server's own limits: after that nobody is there. */
const TIMEOUT_MS = 20_000;
const CODES: ReadonlySet<string> = new Set<RequestErrorCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
]);

/** Sends a query or mutation and gives its data. Throws a {@link RequestError} if there is none. */
export type Send = <Answer, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
) => Promise<Answer>;

/** What sends queries and mutations over HTTP, one request each. */
export function createSend({ url, token }: SendOptions): Send {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  return async (operation, variables, signal) => {
    const limit = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: operation.toString(), variables }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    }).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new RequestError('UNREACHABLE', 'Paceline cannot be reached.');
    });
    return readAnswer(response);
  };
}

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  const answer = (await response.json().catch(() => ({}))) as GraphqlAnswer<Answer>;
  const [problem] = answer.errors ?? [];
  if (problem) throw errorOf(problem, response);
  if (answer.data) return answer.data;
  throw new RequestError('UNREACHABLE', `Paceline answered with status ${response.status}.`);
}

function errorOf({ message, extensions = {} }: GraphqlProblem, response: Response): RequestError {
  const { code = '', field = [], correlationId } = extensions;
  const known = CODES.has(code) ? (code as RequestErrorCode) : 'BAD_USER_INPUT';
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new RequestError(known, message, {
    field,
    requestId: correlationId ?? response.headers.get('x-request-id'),
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
  });
}
