import {
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type ValidationRule,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { createContext } from '../resolvers/context.js';
import { apiCaller } from './api-caller.js';
import type { GraphqlParts } from './graphql-parts.js';
import { refuseTooManyPages } from './page-limit.js';

export interface Preparation {
  readonly parts: GraphqlParts;
  readonly rules: readonly ValidationRule[];
  readonly requestId: string;
}

/** What is to be executed, or why it is not: as HTTP requests are checked, in the same order. */
export function prepareOperation(
  preparation: Preparation,
  payload: SubscribePayload,
): ExecutionArgs | readonly GraphQLError[] {
  try {
    const refusal = preparation.parts.state.refusal();
    return refusal ? [asGraphqlError(refusal)] : checked(preparation, payload);
  } catch (error) {
    return [error instanceof GraphQLError ? asMisunderstood(error) : asGraphqlError(error)];
  }
}

function checked(
  { parts, rules, requestId }: Preparation,
  { query, operationName = null, variables: variableValues = null }: SubscribePayload,
): ExecutionArgs | readonly GraphQLError[] {
  const { schema, kernel, limits } = parts;
  const document = parse(query, { maxLexicalTokens: limits.maxTokens });
  const errors = validate(schema, document, rules);
  if (errors.length > 0) return errors.map(asMisunderstood);
  const operation = getOperationAST(document, operationName);
  if (!operation) return [badOperation(operationName)];
  const variables = variableValues ?? {};
  const tooMuch = refuseTooManyPages({ schema, document, operation, variables });
  if (tooMuch) return [tooMuch];
  const contextValue = createContext(kernel, apiCaller(requestId));
  return { schema, document, contextValue, operationName, variableValues };
}

/** Any failure in the form in which GraphQL has its own. */
export function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

/** What the parser and the rules find is the client's, whatever node it is found at. */
function asMisunderstood(error: GraphQLError): GraphQLError {
  const { message, nodes = null, source = null, positions = null } = error;
  const extensions = { code: 'BAD_USER_INPUT' };
  return new GraphQLError(message, { nodes, source, positions, extensions });
}

function badOperation(name: string | null): GraphQLError {
  const message =
    name === null
      ? 'Several operations: say by operationName which one is meant.'
      : 'There is no operation of this operationName.';
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
