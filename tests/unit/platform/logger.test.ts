import { expect, test } from '@jest/globals';
import { createLogger } from '../../../src/platform/logger.js';

function logged(fields: object): Record<string, unknown> {
  let line = '';
  const write = (text: string): void => {
    line += text;
  };
  createLogger({ level: 'info', destination: { write } }).info(fields, 'said');
  return JSON.parse(line) as Record<string, unknown>;
}

test('a line is one JSON object with a level by name, an ISO time and the message', () => {
  expect(logged({ campaigns: 3 })).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    campaigns: 3,
    msg: 'said',
  });
});

test('secrets are not told, at the top or two levels down', () => {
  const line = JSON.stringify(
    logged({
      token: 'hidden',
      request: { authorization: 'hidden', headers: { cookie: 'hidden' } },
      config: { databaseUrl: 'postgres://me:hidden@host/db' },
    }),
  );
  expect(line).not.toContain('hidden');
});
