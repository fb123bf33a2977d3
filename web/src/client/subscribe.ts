import type { Client } from 'graphql-ws';
import type { GraphqlProblem, Operation } from './operation.js';

/** What is told of a subscription. */
export interface Watcher<Answer> {
  /** An event. */
  readonly next: (answer: Answer) => void;
  /** Events may have been missed: what they were about is to be read again. */
  readonly gap?: () => void;
  /** It was refused, and is over: asking again would change nothing. */
  readonly refused?: (message: string) => void;
}

/** What is asked for. */
export interface Wanted<Answer, Variables> {
  readonly operation: Operation<Answer, Variables>;
  readonly variables: Variables;
}

/** Watches until what it gives is called. */
export type Subscribe = <Answer, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  watcher: Watcher<Answer>,
) => () => void;

/** A subscription that the server ended is begun again after this time. */
const AGAIN_AFTER_MS = 1_000;
/** Ends that say "come again": whoever fell behind, and a server that is busy or stopping. */
const PASSING: ReadonlySet<unknown> = new Set([
  'RESYNC',
  'UNAVAILABLE',
  'RATE_LIMITED',
  'INTERNAL',
]);

/** Begins one subscription on the socket; see {@link Subscribe}. Lost sockets are graphql-ws's own to mend. */
export function beginSubscription<Answer, Variables>(
  client: Client,
  { operation, variables }: Wanted<Answer, Variables>,
  watcher: Watcher<Answer>,
): () => void {
  let isOver = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let end: () => void = () => undefined;
  const again = (): void => {
    if (isOver) return;
    retry = setTimeout(() => {
      begin();
      watcher.gap?.();
    }, AGAIN_AFTER_MS);
  };
  const refuse = (problem: GraphqlProblem | undefined): void => {
    if (PASSING.has(problem?.extensions?.code)) again();
    else watcher.refused?.(problem?.message ?? 'The subscription was refused.');
  };
  const begin = (): void => {
    end = client.subscribe<Answer>(
      { query: operation.toString(), variables: variables as Record<string, unknown> },
      {
        next: ({ data, errors }) => {
          if (errors) refuse(errors[0]);
          else if (data) watcher.next(data);
        },
        error: (error) => {
          refuse(Array.isArray(error) ? (error[0] as GraphqlProblem) : undefined);
        },
        complete: again,
      },
    );
  };
  begin();
  return () => {
    isOver = true;
    clearTimeout(retry);
    end();
  };
}
