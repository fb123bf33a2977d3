import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type OperationDefinitionNode,
  parse,
  validate,
  type ValidationRule,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Caller } from '../domain/access/caller.js';
import { createContext, type Visit } from '../resolvers/context.js';
import { callerOf } from '../services/credentials/identity.js';
import { onlyRecordsSpend } from './admission/root-fields.js';
import type { GraphqlParts } from './graphql-parts.js';
import type { KnownOperations } from './known-operations.js';
import { costOf, type OperationCost, refuseTooManyPages } from './page-limit.js';
import type { SocketGuest } from './socket-guest.js';

export interface Preparation {
  readonly parts: GraphqlParts;
  readonly rules: readonly ValidationRule[];
  readonly known: KnownOperations;
  readonly guest: SocketGuest;
}

/** An operation that may be executed, with what its answer can cost. */
interface PreparedOperation extends ExecutionArgs {
  readonly cost: OperationCost;
}

/** A text as it was understood, or why it was not. */
type Reading =
  | { readonly errors: readonly GraphQLError[] }
  | { readonly document: DocumentNode; readonly operation: OperationDefinitionNode };

/** What an answer says besides what was asked for. */
export function extensionsOf(args: ExecutionArgs): Readonly<Record<string, unknown>> {
  return 'cost' in args ? { cost: args.cost } : {};
}

/** What is to be executed, or why it is not: as HTTP requests are checked, in the same order. */
export async function prepareOperation(
  preparation: Preparation,
  payload: SubscribePayload,
): Promise<PreparedOperation | readonly GraphQLError[]> {
  try {
    const refusal = preparation.parts.state.refusal();
    return refusal ? [asGraphqlError(refusal)] : await prepare(preparation, payload);
  } catch (error) {
    return [asGraphqlError(error)];
  }
}

async function prepare(
  preparation: Preparation,
  payload: SubscribePayload,
): Promise<PreparedOperation | readonly GraphQLError[]> {
  const { parts, guest } = preparation;
  const { schema, kernel, admission } = parts;
  const { operationName = null, variables: variableValues = null } = payload;
  const visit = guest.visit();
  const reading = read(preparation, payload);
  // Texts that cannot be read or are not valid are work as well.
  const isFree = 'document' in reading && onlyRecordsSpend(reading.document, reading.operation);
  if (!isFree) await admission.limit.count(visit);
  if ('errors' in reading) return reading.errors;
  const { document, operation } = reading;
  const cost = costOf({ schema, document, operation, variables: variableValues ?? {} });
  const tooMuch = refuseTooManyPages(cost);
  if (tooMuch) return [tooMuch];
  const contextValue = createContext(kernel, callerFor(visit), visit);
  return { schema, document, contextValue, operationName, variableValues, cost };
}

function read(
  preparation: Preparation,
  { query, operationName = null }: SubscribePayload,
): Reading {
  const document = preparation.known.documentOf(query) ?? checked(preparation, query);
  if (!('kind' in document)) return document;
  const operation = getOperationAST(document, operationName);
  return operation ? { document, operation } : { errors: [badOperation(operationName)] };
}

/** A text that is not known, understood and found good: then it is known, and shared by those who send it. */
function checked(
  { parts: { schema, limits }, rules, known }: Preparation,
  text: string,
): DocumentNode | { readonly errors: readonly GraphQLError[] } {
  const document = parsed(text, limits.maxTokens);
  if (document instanceof GraphQLError) return { errors: [document] };
  const errors = validate(schema, document, rules);
  if (errors.length > 0) return { errors: errors.map(asMisunderstood) };
  known.keep(text, document);
  return document;
}

function parsed(text: string, maxLexicalTokens: number): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxLexicalTokens });
  } catch (error) {
    return asMisunderstood(asGraphqlError(error));
  }
}

function callerFor({ identity, requestId, origin }: Visit): Caller | null {
  return identity && callerOf(identity, { requestId, origin, reason: null });
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
