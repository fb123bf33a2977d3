import { describe, expect, test } from '@jest/globals';
import { buildSchema, type ExecutionArgs, parse } from 'graphql';
import { SharedAnswers } from '../../../src/http/shared-answers.js';

const schema = buildSchema('type Query { a: Int } type Subscription { count: Int }');

/** A subscription that counts how often it is executed, once asynchronously and once not. */
function counting(resolve: (count: number) => unknown) {
  let count = 0;
  const args: ExecutionArgs = {
    schema,
    document: parse('subscription { count }', { noLocation: true }),
    fieldResolver: () => resolve((count += 1)),
  };
  const shared = new SharedAnswers();
  return async (likeness: string, value: object) => {
    const { text, result } = await shared.answer(args, likeness, { ok: true, value });
    return text ?? result.errors?.map(({ message }) => message);
  };
}

describe.each([
  ['at once', (count: number) => count],
  ['later', (count: number) => Promise.resolve(count)],
])('an answer that is made %s', (_when, resolve) => {
  test('is shared by those who ask alike about the same update', async () => {
    const answer = counting(resolve);
    const update = {};
    const both = await Promise.all([answer('alike', update), answer('alike', update)]);
    expect(both).toEqual(['{"data":{"count":1}}', '{"data":{"count":1}}']);
    expect(await answer('alike', update)).toBe('{"data":{"count":1}}');
  });

  test('is their own for those who ask otherwise, and for each update', async () => {
    const answer = counting(resolve);
    const update = {};
    await answer('alike', update);
    expect(await answer('otherwise', update)).toBe('{"data":{"count":2}}');
    expect(await answer('alike', {})).toBe('{"data":{"count":3}}');
  });
});

test('an answer with errors has no text', async () => {
  const answer = counting(() => {
    throw new Error('gone');
  });
  expect(await answer('alike', {})).toEqual(['gone']);
});
