// Starts GraphiQL on the page: queries and mutations by fetch, subscriptions by graphql-ws.
const { document, location, React, ReactDOM, GraphiQL, graphqlWs } = globalThis;

const ENDPOINT = new URL('/graphql', location.href).href;
const RETRY_MS = 1_000;
/** The session or key is no longer good: it will not be so by itself. */
const FORBIDDEN = 4403;
const KEEP_ALIVE_MS = 10_000;

const socket = graphqlWs.createClient({
  url: ENDPOINT.replace(/^http/, 'ws'),
  lazy: true,
  keepAlive: KEEP_ALIVE_MS,
  retryAttempts: Infinity,
  shouldRetry: ({ code }) => code !== FORBIDDEN,
  retryWait: () => new Promise((resolve) => setTimeout(resolve, RETRY_MS)),
});

function fetcher(operation, { documentAST } = {}) {
  return isSubscription(documentAST, operation.operationName)
    ? socket.iterate(operation)
    : post(operation);
}

function isSubscription(documentAST, name) {
  const operations = (documentAST?.definitions ?? []).filter(
    ({ kind }) => kind === 'OperationDefinition',
  );
  const chosen =
    operations.length === 1
      ? operations[0]
      : operations.find((operation) => operation.name?.value === name);
  return chosen?.operation === 'subscription';
}

async function post(operation) {
  const response = await fetch(ENDPOINT, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(operation),
  });
  return response.json();
}

/** The examples name the newest brand where there is one. */
async function examples() {
  const query = '{ brands(first: 1) { nodes { id } } }';
  const answer = await post({ query }).catch(() => null);
  const brandId = answer?.data?.brands.nodes[0]?.id;
  const search = brandId === undefined ? '' : `?brandId=${encodeURIComponent(brandId)}`;
  const response = await fetch(`/playground/examples.json${search}`);
  return response.json();
}

function tabOf({ query, variables }) {
  const text = Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2);
  return { query, variables: text, headers: null };
}

const root = ReactDOM.createRoot(document.getElementById('graphiql'));
const defaultTabs = (await examples()).map(tabOf);
root.render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultTabs,
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
  }),
);
