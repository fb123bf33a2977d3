import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Backoff } from '../../../src/events/backoff.js';
import { MergedCalls } from '../../../src/events/bus/merged-calls.js';
import { Gate } from '../../../src/events/gate.js';
import { WakeUp } from '../../../src/events/wake-up.js';
import { ManualTimer } from '../../support/manual-timer.js';

describe('a backoff', () => {
  test('doubles up to its last delay and begins again after a success', () => {
    const backoff = new Backoff(100, 350);
    expect([backoff.next(), backoff.next(), backoff.next(), backoff.next()]).toEqual([
      100, 200, 350, 350,
    ]);
    backoff.reset();
    expect(backoff.next()).toBe(100);
  });
});

describe('a wake-up', () => {
  test('wakes whoever waits, and leaves no timer behind', async () => {
    const timer = new ManualTimer();
    const wakeUp = new WakeUp(timer);
    const waiting = wakeUp.wait(1_000);
    wakeUp.ring();
    await waiting;
    expect(timer.pending).toBe(0);
  });

  test('wakes by itself when the time is over', async () => {
    const timer = new ManualTimer();
    const waiting = new WakeUp(timer).wait(1_000);
    timer.advance(1_000);
    await expect(waiting).resolves.toBeUndefined();
  });

  test('remembers that it was rung while nobody waited, once', async () => {
    const timer = new ManualTimer();
    const wakeUp = new WakeUp(timer);
    wakeUp.ring();
    wakeUp.ring();
    await wakeUp.wait(1_000);
    void wakeUp.wait(1_000);
    expect(timer.pending).toBe(1);
  });
});

describe('merged calls', () => {
  test('have at most one on its way and one to come', async () => {
    const calls: PromiseWithResolvers<undefined>[] = [];
    const merged = new MergedCalls(async () => {
      const call = Promise.withResolvers<undefined>();
      calls.push(call);
      await call.promise;
    });
    for (let i = 0; i < 10; i += 1) merged.request();
    expect(calls).toHaveLength(1);
    calls[0]?.resolve(undefined);
    await tick();
    expect(calls).toHaveLength(2);
    calls[1]?.resolve(undefined);
    await tick();
    expect(calls).toHaveLength(2);
  });
});

describe('a gate', () => {
  test('lets a few through at a time, in the order in which they came', async () => {
    const gate = new Gate(2);
    const inside: number[] = [];
    const leave = [0, 1, 2, 3].map(() => Promise.withResolvers<undefined>());
    const passed = leave.map(({ promise }, index) =>
      gate.pass(async () => {
        inside.push(index);
        await promise;
        return index;
      }),
    );
    await tick();
    expect(inside).toEqual([0, 1]);
    leave[1]?.resolve(undefined);
    await tick();
    expect(inside).toEqual([0, 1, 2]);
    for (const { resolve } of leave) resolve(undefined);
    expect(await Promise.all(passed)).toEqual([0, 1, 2, 3]);
  });

  test('opens again after a failure', async () => {
    const gate = new Gate(1);
    await expect(gate.pass(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.pass(() => Promise.resolve('in'))).toBe('in');
  });
});
