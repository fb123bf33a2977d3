import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphContext } from '../resolvers/context.js';
import { errorFormatter } from './client-error.js';
import type { GraphqlParts } from './graphql-parts.js';
import type { KnownOperations } from './known-operations.js';
import { OperationWatch } from './operation-watch.js';
import { operationRules } from './operation-rules.js';
import type { OperationPlans } from './plans/operation-plans.js';

/** Nothing is sent anywhere, whatever the environment says, and no page is loaded from elsewhere. */
const QUIET: readonly ApolloServerPlugin[] = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** What reads, checks and executes the operations that come over HTTP. */
export function createApollo(
  parts: GraphqlParts,
  { known, plans }: { readonly known: KnownOperations; readonly plans: OperationPlans },
): ApolloServer<GraphContext> {
  const { schema, limits, kernel } = parts;
  const format = errorFormatter(kernel.log);
  return new ApolloServer<GraphContext>({
    schema,
    logger: kernel.log,
    // Who may read the schema is decided at the door, and may be told how a misspelt field is spelt.
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    validationRules: operationRules(limits),
    parseOptions: { maxLexicalTokens: limits.maxTokens },
    formatError: (_formatted, error) => format(error),
    plugins: [watchOperations(parts, plans), remember(known), ...QUIET],
  });
}

/** What has been found good need not be read again. */
function remember(known: KnownOperations): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ source, document }) {
          known.keep(source, document);
          return Promise.resolve();
        },
      }),
  };
}

function watchOperations(
  parts: GraphqlParts,
  plans: OperationPlans,
): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: () => Promise.resolve(new OperationWatch(parts, plans)),
    unexpectedErrorProcessingRequest({ error }) {
      parts.kernel.log.error({ err: error }, 'a request could not be processed');
      return Promise.resolve();
    },
  };
}
