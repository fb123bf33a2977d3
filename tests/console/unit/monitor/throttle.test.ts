import { describe, expect, it } from '@jest/globals';
import { Throttle, type Timers } from '../../../../web/src/features/monitor/throttle.js';

/** A clock that stands until it is moved. */
function fakeTimers() {
  let nowMs = 0;
  let waiting: { readonly run: () => void; readonly at: number }[] = [];
  const timers: Timers = {
    now: () => nowMs,
    later: (run, delayMs) => {
      const one = { run, at: nowMs + delayMs };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
  };
  const pass = (ms: number): void => {
    nowMs += ms;
    const due = waiting.filter(({ at }) => at <= nowMs);
    waiting = waiting.filter(({ at }) => at > nowMs);
    for (const { run } of due) run();
  };
  return { timers, pass };
}

/** A throttle of a second, of runs that are over when they are told to be. */
function setUp() {
  const { timers, pass } = fakeTimers();
  const ends: (() => void)[] = [];
  const run = (): Promise<void> =>
    new Promise((resolve) => {
      ends.push(resolve);
    });
  const throttle = new Throttle(run, { everyMs: 1_000, timers });
  const end = async (): Promise<void> => {
    ends.at(-1)?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { throttle, pass, end, runs: () => ends.length };
}

describe('a throttle', () => {
  it('runs at once when it is first asked', () => {
    const { throttle, runs } = setUp();
    throttle.ask();
    expect(runs()).toBe(1);
  });

  it('makes one run of all that is asked within its time', async () => {
    const { throttle, pass, end, runs } = setUp();
    throttle.ask();
    await end();
    for (let asked = 0; asked < 100; asked += 1) throttle.ask();
    pass(999);
    expect(runs()).toBe(1);
    pass(1);
    expect(runs()).toBe(2);
  });

  it('does not begin a run before the last one is over, and loses nothing', async () => {
    const { throttle, pass, end, runs } = setUp();
    throttle.ask();
    pass(5_000);
    throttle.ask();
    expect(runs()).toBe(1);
    await end();
    expect(runs()).toBe(2);
  });

  it('rests when nothing is asked', async () => {
    const { throttle, pass, end, runs } = setUp();
    throttle.ask();
    await end();
    pass(60_000);
    expect(runs()).toBe(1);
  });

  it('runs no more once it is stopped', async () => {
    const { throttle, pass, end, runs } = setUp();
    throttle.ask();
    await end();
    throttle.ask();
    throttle.stop();
    pass(5_000);
    throttle.ask();
    expect(runs()).toBe(1);
  });
});
