import { afterEach } from '@jest/globals';
import { PostgresBus } from '../../src/events/bus/postgres-bus.js';
import { createLive, type Live, type LiveSettings } from '../../src/events/live.js';
import type { Kernel } from '../../src/services/kernel.js';
import { SpendQueue } from '../../src/services/spend/spend-queue.js';
import { createLogger } from '../../src/platform/logger.js';
import { LONELY_BUS } from './lonely-bus.js';
import type { World } from './world.js';

/** A process that delivers live, on the world's database. */
export interface LiveProcess {
  readonly kernel: Kernel;
  readonly live: Live;
}

/** Starts processes that deliver live; alone, but for what is given. Those of a test end with it. */
export function useLiveProcesses(
  world: World,
): (settings?: Partial<LiveSettings>) => Promise<LiveProcess> {
  const running: Live[] = [];
  afterEach(async () => {
    for (const live of running.splice(0)) await live.close();
  });
  return async (settings = {}) => {
    const { database, clock, testClock, ids, audit } = world.kernel;
    const log = createLogger({ level: 'error' });
    const live = createLive({ database, clock, log, bus: LONELY_BUS, ...settings });
    await live.start();
    running.push(live);
    const spendQueue = new SpendQueue({ database, clock, testClock, ids, audit, live });
    return { live, kernel: { ...world.kernel, live, spendQueue } };
  };
}

/** The bus of the processes on the world's database. */
export function postgresBus(world: World): PostgresBus {
  const { connectionString: url = '' } = world.kernel.database.pool.options;
  return new PostgresBus({ url, log: createLogger({ level: 'error' }) });
}

/** The next update of a subscription. Throws if there is none because it has ended. */
export async function nextOf<Update>(updates: AsyncIterator<Update, undefined>): Promise<Update> {
  const { done, value } = await updates.next();
  if (done === true) throw new Error('the subscription has ended');
  return value;
}

/** The next updates of a subscription. */
export async function take<Update>(
  updates: AsyncIterator<Update, undefined>,
  count: number,
): Promise<readonly Update[]> {
  const taken: Update[] = [];
  while (taken.length < count) taken.push(await nextOf(updates));
  return taken;
}

/** Begins a subscription. */
export function begin<Update>(
  updates: AsyncIterable<Update, undefined>,
): AsyncIterator<Update, undefined> {
  return updates[Symbol.asyncIterator]();
}

/** Whether a subscription has had something by the time something else has happened. */
export async function hasHeard<Update>(
  updates: AsyncIterator<Update, undefined>,
  meanwhile: Promise<unknown>,
): Promise<boolean> {
  let heard = false;
  const next = updates.next().then(({ done }) => (heard = done !== true));
  await meanwhile;
  await updates.return?.();
  await next;
  return heard;
}
