import type { TypedDocumentString } from './generated/graphql.js';

/** The text of an operation, with the types of its answer and of what it is given. */
export type Operation<Answer, Variables> = TypedDocumentString<Answer, Variables>;

/** GraphQL's answer as it is sent. */
export interface GraphqlAnswer<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly GraphqlProblem[];
}

/** One of an answer's errors. */
export interface GraphqlProblem {
  readonly message: string;
  readonly extensions?: {
    readonly code?: string;
    readonly field?: readonly string[];
    readonly requestId?: string;
    readonly correlationId?: string;
  };
}
