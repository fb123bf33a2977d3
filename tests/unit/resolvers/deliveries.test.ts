import { describe, expect, test } from '@jest/globals';
import { ResyncError } from '../../../src/domain/live/updates.js';
import { deliveriesOf, received } from '../../../src/resolvers/live/deliveries.js';

async function* updates(): AsyncGenerator<number> {
  yield* [1, 2];
  await Promise.reject(new ResyncError());
}

describe('the deliveries of a subscription', () => {
  test('are its updates and, where its source fails, at last the failure', async () => {
    const deliveries = await Array.fromAsync(deliveriesOf(updates()));
    expect(deliveries).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 2 },
      { ok: false, error: expect.any(ResyncError) },
    ]);
  });

  test('end at once when the subscriber leaves, even while an update is awaited', async () => {
    let left = false;
    const source: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => undefined),
        return: () => {
          left = true;
          return Promise.resolve({ done: true, value: undefined });
        },
      }),
    };
    const deliveries = deliveriesOf(source);
    void deliveries.next();
    await deliveries.return?.();
    expect(left).toBe(true);
  });
});

describe('what is received', () => {
  test('is the update', () => {
    expect(received({ ok: true, value: 7 })).toBe(7);
  });

  test('is the code RESYNC where the subscriber fell too far behind', () => {
    expect(() => received({ ok: false, error: new ResyncError() })).toThrow(
      expect.objectContaining({ extensions: { code: 'RESYNC' } }),
    );
  });

  test('is any other failure as it is', () => {
    const error = new Error('gone');
    expect(() => received({ ok: false, error })).toThrow(error);
  });
});
