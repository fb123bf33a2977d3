import { describe, expect, test } from '@jest/globals';
import { ResyncError } from '../../../src/domain/live/updates.js';
import { Audience } from '../../../src/events/audience.js';
import { LiveCounters } from '../../../src/events/live-counters.js';
import type { Past } from '../../../src/events/past.js';
import { Subscription, type SubscriptionSettings } from '../../../src/events/subscription.js';

/** A past of a few events. */
function pastOf(
  missed: readonly string[],
  begun: Promise<unknown> = Promise.resolve(),
): Past<string> {
  const left = [...missed];
  return {
    begin: async () => {
      await begun;
    },
    next: () => Promise.resolve(left.shift() ?? null),
    upcoming: (count) => left.slice(0, count),
    isNews: (event) => !missed.includes(event),
    stop: () => undefined,
  };
}

const SUBJECT = { agencyId: 'agency', brandId: null, campaignId: null };
const WATCH = { agencyId: 'agency', brandIds: null, brands: null, campaigns: null };

/** A subscription to texts, whose first letter is their key. */
function subscribed(settings: Partial<SubscriptionSettings<string, string>> = {}) {
  const audience = new Audience<string>();
  const counters = new LiveCounters();
  const subscription = new Subscription<string, string>({
    audience,
    watch: WATCH,
    queue: { capacity: 3, replacement: 'TO_THE_END' },
    counters,
    keyOf: (event) => event.charAt(0),
    past: pastOf([]),
    deliver: (event) => Promise.resolve(event),
    ...settings,
  });
  const publish = (...events: readonly string[]): void => {
    for (const event of events) {
      for (const receiver of audience.matching(SUBJECT)) receiver.offer(event);
    }
  };
  return { audience, counters, subscription, publish };
}

const DONE = { done: true, value: undefined };

describe('a subscription', () => {
  test('gets what is published after it was made', async () => {
    const { subscription, publish } = subscribed();
    publish('a1', 'b1');
    expect(await subscription.next()).toEqual({ done: false, value: 'a1' });
    expect(await subscription.next()).toEqual({ done: false, value: 'b1' });
  });

  test('answers several questions in their order', async () => {
    const { subscription, publish } = subscribed();
    const answers = Promise.all([subscription.next(), subscription.next()]);
    publish('a1', 'b1');
    expect((await answers).map(({ value }) => value)).toEqual(['a1', 'b1']);
  });

  test('ends at once when it is left while it waits for an event', async () => {
    const { audience, subscription } = subscribed();
    const waiting = subscription.next();
    expect(await subscription.return()).toEqual(DONE);
    expect(await waiting).toEqual(DONE);
    expect(await subscription.next()).toEqual(DONE);
    expect(audience.size).toBe(0);
  });

  test('ends at once when it is left while an update is being made', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { audience, subscription, publish } = subscribed({ deliver: () => promise });
    const waiting = subscription.next();
    publish('a1');
    expect(await subscription.return()).toEqual(DONE);
    expect(await waiting).toEqual(DONE);
    expect(audience.size).toBe(0);
    resolve('too late');
    expect(await subscription.next()).toEqual(DONE);
  });

  test('ends at once when it is left while what was missed is being read', async () => {
    const { audience, subscription } = subscribed({
      past: pastOf([], Promise.withResolvers<undefined>().promise),
    });
    const waiting = subscription.next();
    await subscription.return();
    expect(await waiting).toEqual(DONE);
    expect(audience.size).toBe(0);
  });

  test('is told once to read anew when more is pending than fits, and then it is over', async () => {
    const { audience, counters, subscription, publish } = subscribed();
    publish('a1', 'b1', 'c1', 'd1', 'e1');
    expect(audience.size).toBe(0);
    await expect(subscription.next()).rejects.toThrow(ResyncError);
    expect(await subscription.next()).toEqual(DONE);
    expect(counters).toMatchObject({ resyncs: 1 });
  });

  test('that overflows while an update is being made fails the question that waits', async () => {
    const { subscription, publish } = subscribed({
      deliver: () => Promise.withResolvers<string>().promise,
    });
    const waiting = subscription.next();
    publish('a1');
    await Promise.resolve();
    publish('b1', 'c1', 'd1', 'e1', 'f1');
    await expect(waiting).rejects.toThrow(ResyncError);
    expect(await subscription.next()).toEqual(DONE);
  });

  test('gets what it missed first, and nothing twice', async () => {
    const begun = Promise.withResolvers<undefined>();
    const past = pastOf(['a1', 'b1'], begun.promise);
    const { subscription, publish } = subscribed({ past });
    publish('b1', 'c1');
    begun.resolve(undefined);
    const values = [
      await subscription.next(),
      await subscription.next(),
      await subscription.next(),
    ];
    expect(values.map(({ value }) => value)).toEqual(['a1', 'b1', 'c1']);
  });

  test('fails with what went wrong, and then it is over', async () => {
    const { audience, subscription, publish } = subscribed({
      deliver: () => Promise.reject(new Error('broken')),
    });
    publish('a1');
    await expect(subscription.next()).rejects.toThrow('broken');
    expect(await subscription.next()).toEqual(DONE);
    expect(audience.size).toBe(0);
  });

  test('passes over what there is nothing to say about any more', async () => {
    const { subscription, publish } = subscribed({
      deliver: (event) => Promise.resolve(event === 'a1' ? null : event),
    });
    publish('a1', 'b1');
    expect(await subscription.next()).toEqual({ done: false, value: 'b1' });
  });

  test('that is left without having been asked leaves no unhandled failure behind', async () => {
    const { subscription, publish } = subscribed();
    publish('a1', 'b1', 'c1', 'd1');
    expect(await subscription.return()).toEqual(DONE);
    expect(await subscription.next()).toEqual(DONE);
  });
});
