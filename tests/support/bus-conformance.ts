import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as immediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Bus, BusPace } from '../../src/events/bus/bus.js';
import { until } from './until.js';

/** A kind of bus, and how to trouble it. */
export interface BusUnderTest {
  /** The address of its server. */
  url(): string;
  /** A process's end of one and the same bus. */
  create(url: string, pace?: BusPace): Bus;
  /** Cuts all connections of the bus; whoever wants may connect again. */
  cut(): void | Promise<void>;
  /** Lets all connections of the bus fall silent without ending them, as where a cable is pulled. */
  silence(): void;
  /** Takes its server away. */
  leave(): Promise<void>;
  /** Brings its server back. */
  comeBack(): Promise<void>;
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
/** Finds out fast, so that a test need not wait. */
const FAST: BusPace = { heartbeatMs: 100, answerMs: 200 };
const MANY = 200_000;
/** Far less than so many signals would take, if each were kept. */
const MAX_GROWTH_BYTES = 4 * 1024 * 1024;

/** What every bus promises. */
export function describeBus(name: string, { url, create, ...server }: BusUnderTest): void {
  describe(`the bus on ${name}`, () => {
    let here: Station;
    let there: Station;

    beforeEach(async () => {
      here = new Station(create(url()));
      there = new Station(create(url()));
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

    test('signals all others, however many there are', async () => {
      const others = Array.from({ length: 4 }, () => new Station(create(url())));
      await until(() => others.every(({ signals }) => signals > 0));
      const before = [there, ...others].map(({ signals }) => signals);
      here.bus.publish();
      await Promise.all([there, ...others].map((other, i) => other.hears(before[i])));
      await Promise.all(others.map(({ bus }) => bus.close()));
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
      for (let round = 0; round < 3; round += 1) {
        const [before, heard] = [here.signals, there.signals];
        await server.cut();
        here.bus.publish();
        await Promise.all([here.hears(before), there.hears(heard)]);
        await settle();
      }
    });

    test('takes new connections where those that it has give no answer any more', async () => {
      const [one, other] = [new Station(create(url(), FAST)), new Station(create(url(), FAST))];
      await until(() => one.signals > 0 && other.signals > 0);
      server.silence();
      // Of what is heard first, some may be for the new connections themselves.
      for (let round = 0; round < ROUNDS; round += 1) {
        const heard = [one.signals, other.signals] as const;
        one.bus.publish();
        other.bus.publish();
        await Promise.all([one.hears(heard[0]), other.hears(heard[1])]);
      }
      await Promise.all([one.bus.close(), other.bus.close()]);
    });

    test('outlives its server: all are signalled when it is back, whoever published meanwhile', async () => {
      await settle();
      await server.leave();
      const [before, heard] = [here.signals, there.signals];
      here.bus.publish();
      const late = new Station(create(url()));
      await server.comeBack();
      await Promise.all([here.hears(before), there.hears(heard), late.hears(0)]);
      await settle();
      await late.bus.close();
    });

    test('keeps nothing of what is published while its server is away', async () => {
      await server.leave();
      const before = usedMemoryBytes();
      for (let i = 1; i <= MANY; i += 1) {
        here.bus.publish();
        // Others get their turn now and then, as where requests are served.
        if (i % 1_000 === 0) await immediate();
      }
      expect(usedMemoryBytes() - before).toBeLessThan(MAX_GROWTH_BYTES);
      const heard = there.signals;
      await server.comeBack();
      await there.hears(heard);
      await settle();
      expect(there.signals - heard).toBeLessThan(10);
    });

    test('is silent once closed, whatever is published', async () => {
      await here.bus.close();
      const [before, heard] = [here.signals, there.signals];
      here.bus.publish();
      there.bus.publish();
      const third = new Station(create(url()));
      await third.hears(0);
      third.bus.publish();
      await there.hears(heard);
      await third.bus.close();
      expect(here.signals).toBe(before);
    });

    test('can be closed before it is connected', async () => {
      const bus = create(url());
      bus.subscribe(() => undefined);
      await bus.close();
      bus.publish();
    });

    test('lets the program end once it is closed, connected or on its way', async () => {
      expect(await exitCodes(name, url(), ['CONNECTED', 'AT_ONCE'])).toEqual([0, 0]);
    });

    test('lets the program end once it is closed while its server is away', async () => {
      await server.leave();
      expect(await exitCodes(name, url(), ['AT_ONCE'])).toEqual([0]);
      await server.comeBack();
    });
  });
}

const PROGRAM = 'tests/support/bus-process.mjs';

/** How programs end that take part at this point, and close the bus. */
function exitCodes(name: string, url: string, points: readonly string[]): Promise<unknown[]> {
  const ends = points.map(async (point) => {
    const program = spawn(process.execPath, [PROGRAM, name, url, point], { stdio: 'inherit' });
    const [code] = (await once(program, 'exit')) as [number | null];
    return code;
  });
  return Promise.all(ends);
}

/** What is in use when all that can be is let go. */
function usedMemoryBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
