import { type GraphQLResponse, HeaderMap } from '@apollo/server';
import type { FastifyReply } from 'fastify';
import { execute, type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { GraphContext } from '../resolvers/context.js';
import { errorFormatter } from './client-error.js';
import type { GraphqlParts } from './graphql-parts.js';
import type { KnownOperation } from './known-operations.js';
import type { OperationPlans } from './plans/operation-plans.js';
import { OperationWatch } from './operation-watch.js';

const BAD_REQUEST = 400;
const INTERNAL = 500;

/** An answer while it is being put together, in the form in which Apollo gives it. */
type Draft = GraphQLResponse & {
  readonly body: { readonly kind: 'single'; readonly singleResult: Result };
};

interface Result {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/**
 * Answers an operation whose text is known, as Apollo would: the same checks, the same words. What
 * Apollo does besides (a digest of the text, plugins, negotiation) is most of the work of a small one.
 */
export async function answerKnown(
  parts: GraphqlParts,
  { known, plans, contextValue, reply }: Asked,
): Promise<string> {
  const watch = new OperationWatch(parts, plans);
  const { schema } = parts;
  const { operation, variables } = known;
  const request = { variables };
  const response = draft();
  const { singleResult } = response.body;
  const format = errorFormatter(parts.kernel.log);
  let errors: readonly GraphQLError[] | undefined;
  try {
    await watch.didResolveOperation({ schema, ...known, request, contextValue });
    const planned = await plans.data({ ...known, context: contextValue });
    const result: ExecutionResult =
      planned === null
        ? await execute({ schema, ...known, variableValues: variables, contextValue })
        : { data: planned };
    errors = result.errors;
    // Without data nothing was executed: a value that was sent is not what its variable takes.
    if (result.data === undefined) response.http.status = BAD_REQUEST;
    else singleResult.data = result.data;
  } catch (error) {
    const refusal = error instanceof GraphQLError ? error : wrapped(error);
    errors = [refusal];
    response.http.status = statusOf(refusal);
  }
  if (errors !== undefined) singleResult.errors = errors.map(format);
  await watch.willSendResponse({ operation, errors, contextValue, response });
  return send(reply, response);
}

/** What is asked, on whose behalf, and where the answer goes. */
interface Asked {
  readonly known: KnownOperation;
  readonly plans: OperationPlans;
  readonly contextValue: GraphContext;
  readonly reply: FastifyReply;
}

function draft(): Draft {
  return {
    body: { kind: 'single', singleResult: {} },
    http: { headers: new HeaderMap() },
  };
}

function wrapped(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

function statusOf({ extensions }: GraphQLError): number {
  const { http } = extensions as { http?: { status?: number } };
  return http?.status ?? INTERNAL;
}

function send(reply: FastifyReply, { body, http }: Draft): string {
  for (const [name, value] of http.headers) void reply.header(name, value);
  void reply.code(http.status ?? 200).header('content-type', 'application/json; charset=utf-8');
  const { errors, data, extensions } = body.singleResult;
  return `${JSON.stringify({ errors, data, extensions })}\n`;
}
