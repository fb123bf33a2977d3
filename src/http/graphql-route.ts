import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestContextWillSendResponse,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { monotonicMs } from '../platform/monotonic.js';
import { createContext, type GraphContext } from '../resolvers/context.js';
import { apiCaller } from './api-caller.js';
import { errorFormatter } from './client-error.js';
import type { GraphqlParts } from './graphql-parts.js';
import { operationRules } from './operation-rules.js';
import { refuseTooManyPages } from './page-limit.js';

type Answer = GraphQLRequestContextWillSendResponse<GraphContext>;

const MS_PER_SECOND = 1000;
const BAD_REQUEST = 400;

/** Serves the API over HTTP at /graphql: one operation a request, queries also by GET. */
export async function serveGraphql(server: FastifyInstance, parts: GraphqlParts): Promise<void> {
  const { kernel, state } = parts;
  const apollo = createApollo(parts);
  await apollo.start();
  const handler = fastifyApolloHandler(apollo, {
    context: (request) => Promise.resolve(createContext(kernel, apiCaller(request.id))),
  });
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    exposeHeadRoute: false,
    onRequest: () => {
      const refusal = state.refusal();
      if (refusal) throw refusal;
      return Promise.resolve();
    },
    handler(request, reply) {
      return state.guard(Promise.resolve(handler.call(this, request, reply)));
    },
  });
}

function createApollo(parts: GraphqlParts): ApolloServer<GraphContext> {
  const { schema, limits, kernel } = parts;
  const format = errorFormatter(kernel.log);
  return new ApolloServer<GraphContext>({
    schema,
    logger: kernel.log,
    introspection: true,
    // Who may read the schema may also be told how a misspelt field is spelt.
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    validationRules: operationRules(limits),
    parseOptions: { maxLexicalTokens: limits.maxTokens },
    formatError: (_formatted, error) => format(error),
    plugins: [observe(parts), ...QUIET],
  });
}

/** Nothing is sent anywhere, whatever the environment says, and no page is loaded from elsewhere. */
const QUIET: readonly ApolloServerPlugin[] = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

function observe({ metrics, kernel }: GraphqlParts): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart() {
      const startedAt = monotonicMs();
      return Promise.resolve({
        didResolveOperation({ schema, document, operation, request }) {
          const variables = request.variables ?? {};
          if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw onlyOverSockets();
          const refusal =
            operation && refuseTooManyPages({ schema, document, operation, variables });
          if (refusal) throw refusal;
          return Promise.resolve();
        },
        willSendResponse(context: Answer) {
          const type = context.operation?.operation ?? 'none';
          const outcome = context.errors === undefined ? 'ok' : 'error';
          const seconds = (monotonicMs() - startedAt) / MS_PER_SECOND;
          metrics.operationSeconds.observe({ transport: 'http', type, outcome }, seconds);
          if (context.errors !== undefined) markUnavailable(context);
          return Promise.resolve();
        },
      });
    },
    unexpectedErrorProcessingRequest({ error }) {
      kernel.log.error({ err: error }, 'a request could not be processed');
      return Promise.resolve();
    },
  };
}

function onlyOverSockets(): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', http: { status: BAD_REQUEST } };
  return new GraphQLError('Subscriptions are served over websockets.', { extensions });
}

/** One part that could not be served makes the whole answer worth asking for again. */
function markUnavailable({ response }: Answer): void {
  if (response.body.kind !== 'single') return;
  const refused = response.body.singleResult.errors?.find(
    ({ extensions }) => extensions?.['code'] === 'UNAVAILABLE',
  );
  if (refused === undefined) return;
  const retryAfter = refused.extensions?.['retryAfterSeconds'];
  response.http.status = 503;
  if (typeof retryAfter === 'number') response.http.headers.set('retry-after', String(retryAfter));
}
