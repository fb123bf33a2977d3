import { afterAll, describe, expect, test } from '@jest/globals';
import { bearer, codesOf, type GraphqlBody, TestApp, useApp } from '../support/test-app.js';
import { cookieOf, makeKey, openSession } from '../support/credentials.js';
import { createTestDatabase } from '../support/test-database.js';

describe('a process that starts', () => {
  const app = new TestApp();
  const databases: (() => Promise<void>)[] = [];

  afterAll(async () => {
    await app.close();
    await Promise.all(databases.map((drop) => drop()));
  });

  test('is alive before it is ready, and ready when it serves', async () => {
    const database = await createTestDatabase('empty');
    databases.push(() => database.drop());
    const early: Promise<[string, Response]>[] = [];
    const onListening = (url: string): void => {
      for (const path of ['/healthz', '/readyz', '/metrics', '/graphql?query={__typename}']) {
        early.push(fetch(url + path).then((response) => [path, response]));
      }
    };
    await app.start({ DATABASE_URL: database.url, ROLES: 'api,worker' }, { onListening });
    const statuses = new Map(
      (await Promise.all(early)).map(([path, { status }]) => [path, status]),
    );
    expect(Object.fromEntries(statuses)).toEqual({
      '/healthz': 200,
      '/readyz': 503,
      '/metrics': 503,
      '/graphql?query={__typename}': 503,
    });
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    expect(codesOf(await app.ask('{ jobs { name } }'))).toEqual([]);
  });
});

describe('a worker without the API', () => {
  const app = useApp({ ROLES: 'worker', METRICS_OPEN: 'on' });

  test('serves health and metrics, and nothing else', async () => {
    const statuses = await Promise.all(
      ['/healthz', '/readyz', '/metrics', '/playground', '/sign-in', '/'].map(
        async (path) => (await fetch(app.url + path)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 404, 404, 404]);
  });
});

describe('metrics', () => {
  const app = useApp();

  function metricsAs(headers: Readonly<Record<string, string>>): Promise<Response> {
    return fetch(`${app.url}/metrics`, { headers });
  }

  test('are shown to those who may see them, by key or by session', async () => {
    const { token } = await makeKey(app, 'ANALYST');
    const session = cookieOf(await openSession(app));
    const answers = await Promise.all([
      metricsAs({}),
      metricsAs(bearer('unknown')),
      metricsAs(bearer(token)),
      metricsAs({ ...session, origin: 'https://evil.example' }),
      metricsAs(bearer()),
      metricsAs(session),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 403, 403, 200, 200]);
    const codes = await Promise.all(
      answers.slice(0, 3).map(async (answer) => {
        const { errors = [] } = (await answer.json()) as GraphqlBody;
        return errors.map(({ extensions }) => extensions['code']);
      }),
    );
    expect(codes).toEqual([['UNAUTHENTICATED'], ['UNAUTHENTICATED'], ['FORBIDDEN']]);
  });

  test('tell of requests, operations, queues and the process', async () => {
    await app.ask('{ __typename }');
    const text = await (await metricsAs(bearer())).text();
    for (const name of [
      'paceline_http_request_duration_seconds_count{method="POST",route="/graphql",status="200"}',
      'paceline_graphql_operation_duration_seconds_count{transport="http",type="query",outcome="ok"}',
      'paceline_spend_queue_length 0',
      'paceline_live_subscribers 0',
      'paceline_live_relay_lag_seconds 0',
      'paceline_websockets 0',
      'paceline_database_connections',
      'paceline_spend_entries_total',
      'paceline_job_runs_total',
      'process_resident_memory_bytes',
    ]) {
      expect(text).toContain(name);
    }
  });
});
