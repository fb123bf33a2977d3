import { expect, test } from '@jest/globals';
import { codesOf, useApp } from '../support/test-app.js';

const app = useApp();

test('a subscription over HTTP is told where subscriptions are served', async () => {
  const answer = await app.ask('subscription { spendUpdated { at } }');
  expect(answer.status).toBe(400);
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  expect(answer.body.errors?.[0]?.message).toBe('Subscriptions are served over websockets.');
});
