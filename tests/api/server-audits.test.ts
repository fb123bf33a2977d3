import { describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { ADMIN_TOKEN, useApp } from '../support/test-app.js';

const app = useApp();

function fetchAsClient(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('apollo-require-preflight', 'true');
  headers.set('authorization', `Bearer ${ADMIN_TOKEN}`);
  return fetch(input, { ...init, headers });
}

const audits = serverAudits({ url: () => `${app.url}/graphql`, fetchFn: fetchAsClient });

describe('GraphQL over HTTP', () => {
  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status).not.toBe('error');
  });

  test('at most three audits are warned about', async () => {
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    expect(results.filter(({ status }) => status === 'warn').length).toBeLessThanOrEqual(3);
  });
});
