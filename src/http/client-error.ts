import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import {
  ForbiddenError,
  InputError,
  RateLimitedError,
  UnauthenticatedError,
  UnavailableError,
} from '../domain/errors.js';
import type { Logger } from '../platform/logger.js';
import { CrossSiteError } from './admission/cross-site-error.js';
import { discreetMessage } from './discreet-message.js';

/** What `extensions.code` can be; `RESYNC` only ends subscriptions. */
const CLIENT_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'RESYNC',
  'INTERNAL',
] as const;

/** One of {@link CLIENT_CODES}. */
export type ClientCode = (typeof CLIENT_CODES)[number];

/** What the GraphQL server calls requests that cannot be understood. */
const MISUNDERSTOOD: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** An error in the form in which clients may see it. */
export interface ClientError {
  readonly code: ClientCode;
  readonly message: string;
  /** More of `extensions`. */
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Turns any failure of an operation into what the client may know of it. What nobody expected is
 * logged with its stack under a correlation id, and the answer names that id alone.
 */
export function errorFormatter(log: Logger): (error: unknown) => GraphQLFormattedError {
  return (error) => {
    const known = clientErrorOf(error);
    const { code, message, details } = known ?? internalError(error, log);
    return {
      message,
      ...placeOf(error),
      extensions: { code, ...details },
    };
  };
}

/** Logs a failure that nobody expected and gives what the client may know of it. */
export function internalError(error: unknown, log: Logger): ClientError {
  const correlationId = randomUUID();
  log.error({ err: rootOf(error), correlationId, path: pathOf(error) }, 'an operation failed');
  const message = `Something went wrong on our side. Please name ${correlationId} when you report it.`;
  return { code: 'INTERNAL', message, details: { correlationId } };
}

/** The error as the client may see it; null if it was not expected. */
export function clientErrorOf(error: unknown): ClientError | null {
  const root = rootOf(error);
  if (root instanceof InputError) {
    return { code: 'BAD_USER_INPUT', message: root.message, details: { field: root.field } };
  }
  if (root instanceof UnavailableError) return toBeRetried('UNAVAILABLE', root);
  if (root instanceof RateLimitedError) return toBeRetried('RATE_LIMITED', root);
  if (root instanceof UnauthenticatedError) {
    return { code: 'UNAUTHENTICATED', message: root.message, details: {} };
  }
  if (root instanceof ForbiddenError || root instanceof CrossSiteError) {
    return { code: 'FORBIDDEN', message: root.message, details: {} };
  }
  return error instanceof GraphQLError ? ofGraphqlError(error) : null;
}

function toBeRetried(
  code: ClientCode,
  { message, retryAfterSeconds }: UnavailableError | RateLimitedError,
): ClientError {
  return { code, message, details: { retryAfterSeconds } };
}

function ofGraphqlError(error: GraphQLError): ClientError | null {
  const { extensions } = error;
  const { code } = extensions;
  const message = discreetMessage(error);
  const details = { ...variableAtFault(error), ...safe(extensions) };
  const known = CLIENT_CODES.find((candidate) => candidate === code);
  if (known !== undefined) return { code: known, message, details };
  const isTheirs = MISUNDERSTOOD.has(code) || (code === undefined && isInput(error));
  return isTheirs ? { code: 'BAD_USER_INPUT', message, details } : null;
}

/** The path of the value at fault within the variables, which only the message tells. */
function variableAtFault({ nodes, message }: GraphQLError): { readonly field?: readonly string[] } {
  const node = nodes?.[0];
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return {};
  const name = node.variable.name.value;
  const [, path = ''] = new RegExp(` at "${name}([^"]*)"; `).exec(message) ?? [];
  return { field: [name, ...(path.match(/\w+/g) ?? [])] };
}

/** Whether the error is about a variable or an argument rather than about what a field answered. */
function isInput(error: GraphQLError): boolean {
  const kind = error.nodes?.[0]?.kind;
  return kind !== undefined && kind !== Kind.FIELD;
}

/** Only what we put there ourselves: the server's own additions speak of stacks and HTTP. */
function safe({ field, retryAfterSeconds }: Record<string, unknown>): Record<string, unknown> {
  return {
    ...(field === undefined ? {} : { field }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

function placeOf(error: unknown): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  if (!(error instanceof GraphQLError)) return {};
  const { locations, path } = error;
  return { ...(locations && { locations }), ...(path && { path }) };
}

function pathOf(error: unknown): GraphQLError['path'] {
  return error instanceof GraphQLError ? error.path : undefined;
}

/** What was thrown first, beneath what the layers between have wrapped around it. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}
