import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { ok } from '../../../src/domain/result.js';
import { LiveAnswers, type LiveAnswersSettings } from '../../../src/http/live-answers.js';
import type { Answer } from '../../../src/http/shared-answers.js';

const UPDATES = [{ n: 1 }, { n: 2 }, { n: 3 }];

/** A source that notes whether it has been left. */
function source() {
  const state = { hasBegun: false, hasLeft: false };
  async function* deliveries() {
    state.hasBegun = true;
    try {
      for (const update of UPDATES) yield await Promise.resolve(ok<object>(update));
    } finally {
      state.hasLeft = true;
    }
  }
  return { state, deliveries: { [Symbol.asyncIterator]: deliveries } };
}

function answersOf(settings: Partial<LiveAnswersSettings> = {}) {
  const { state, deliveries } = source();
  const sent: string[] = [];
  const answers = new LiveAnswers({
    deliveries,
    answer: (delivery): Answer => ({ result: {}, text: JSON.stringify(delivery) }),
    send: (text) => {
      sent.push(text);
      return Promise.resolve();
    },
    failureIn: () => null,
    ...settings,
  });
  return { state, sent, answers };
}

const failing = (): Answer => ({ result: { errors: [new GraphQLError('gone')] }, text: null });

describe('the answers of a subscription', () => {
  test('are sent one after the other; only the end is handed on', async () => {
    const { sent, answers } = answersOf();
    expect(await Array.fromAsync(answers)).toEqual([]);
    expect(sent).toEqual(UPDATES.map((value) => JSON.stringify({ ok: true, value })));
  });

  test('begin when iteration does', () => {
    const { state, answers } = answersOf();
    expect(state.hasBegun).toBe(false);
    void answers[Symbol.asyncIterator]().next();
    expect(state.hasBegun).toBe(true);
  });

  test('with errors are handed on, and others follow', async () => {
    let first = true;
    const answer = (): Answer => {
      if (!first) return { result: {}, text: 'later' };
      first = false;
      return failing();
    };
    const { sent, answers } = answersOf({ answer });
    expect(await Array.fromAsync(answers)).toEqual([failing().result]);
    expect(sent).toEqual(['later', 'later']);
  });

  test('end where an error says that nothing sound can follow', async () => {
    const failureIn = () => new Error('too far behind');
    const { state, answers } = answersOf({ answer: failing, failureIn });
    await expect(answers[Symbol.asyncIterator]().next()).rejects.toThrow('too far behind');
    expect(state.hasLeft).toBe(true);
    expect((await answers.next()).done).toBe(true);
  });

  test('are not sent to whoever has left while they were made', async () => {
    const made = Promise.withResolvers<Answer>();
    const { sent, answers } = answersOf({ answer: () => made.promise });
    const next = answers[Symbol.asyncIterator]().next();
    await answers.return();
    made.resolve({ result: {}, text: 'too late' });
    expect((await next).done).toBe(true);
    expect(sent).toEqual([]);
  });
});
