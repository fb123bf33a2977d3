import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Bus } from '../../src/events/bus/bus.js';
import { until } from './until.js';

/** A kind of bus, and how to trouble it. */
export interface BusUnderTest {
  /** A process's end of one and the same bus. */
  create(): Bus;
  /** Cuts all connections of the bus; whoever wants may connect again. */
  cut(): Promise<void>;
}

/** One process on the bus, and how often it was signalled. */
class Station {
  signals = 0;

  constructor(readonly bus: Bus) {
    bus.subscribe(() => (this.signals += 1));
  }

  /** Resolves at the next signal. */
  async hears(after = this.signals): Promise<void> {
    await until(() => this.signals > after);
  }
}

const ROUNDS = 10;

/** What every bus promises. */
export function describeBus(name: string, { create, cut }: BusUnderTest): void {
  describe(`the bus on ${name}`, () => {
    let here: Station;
    let there: Station;

    beforeEach(async () => {
      here = new Station(create());
      there = new Station(create());
      await until(() => here.signals > 0 && there.signals > 0);
    });

    afterEach(async () => {
      await Promise.all([here.bus.close(), there.bus.close()]);
    });

    /** Both have been heard. */
    async function settle(): Promise<void> {
      const [fromThere, fromHere] = [here.signals, there.signals];
      there.bus.publish();
      await here.hears(fromThere);
      here.bus.publish();
      await there.hears(fromHere);
    }

    test('counts being connected as a signal, because others may have been missed', () => {
      expect([here.signals, there.signals]).not.toContain(0);
    });

    test('signals the other processes, and not the one that publishes', async () => {
      await settle();
      const before = here.signals;
      for (let round = 0; round < ROUNDS; round += 1) {
        const heard = there.signals;
        here.bus.publish();
        await there.hears(heard);
      }
      // What the other one signalled on connecting may still arrive.
      expect(here.signals - before).toBeLessThan(ROUNDS / 2);
    });

    test('merges signals in quick succession, and sends one after the last', async () => {
      await settle();
      const before = there.signals;
      for (let i = 0; i < 1_000; i += 1) here.bus.publish();
      await there.hears(before);
      await settle();
      expect(there.signals - before).toBeLessThan(10);
    });

    test('connects again when it is cut off, counts that as a signal, and goes on', async () => {
      await settle();
      const [before, heard] = [here.signals, there.signals];
      await cut();
      here.bus.publish();
      await Promise.all([here.hears(before), there.hears(heard)]);
      await settle();
    });

    test('is silent once closed, whatever is published', async () => {
      await here.bus.close();
      const [before, heard] = [here.signals, there.signals];
      here.bus.publish();
      there.bus.publish();
      const third = new Station(create());
      await third.hears(0);
      third.bus.publish();
      await there.hears(heard);
      await third.bus.close();
      expect(here.signals).toBe(before);
    });

    test('can be closed before it is connected', async () => {
      const bus = create();
      bus.subscribe(() => undefined);
      await bus.close();
      bus.publish();
    });
  });
}
