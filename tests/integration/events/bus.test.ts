import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PostgresBus } from '../../../src/events/bus/postgres-bus.js';
import { RedisBus } from '../../../src/events/bus/redis-bus.js';
import { describeBus } from '../../support/bus-conformance.js';
import { SILENT } from '../../support/embedded-owner.js';
import { hasRedis, RedisServer } from '../../support/redis-server.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

const CUT = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = 'paceline bus'`;

describeBus('PostgreSQL', {
  create() {
    const { connectionString: url = '' } = world.kernel.database.pool.options;
    return new PostgresBus({ url, log: SILENT });
  },
  async cut() {
    await world.rowsAsOwner(CUT);
  },
});

if (hasRedis) {
  const server = new RedisServer();
  beforeAll(() => server.start());
  afterAll(() => server.remove());

  describeBus('Redis', {
    create: () => new RedisBus({ url: server.path, log: SILENT }),
    cut: () => server.cut(),
  });
}

describe('where nothing answers', () => {
  test.each([
    ['PostgreSQL', () => new PostgresBus({ url: 'postgres://x@127.0.0.1:1/x', log: SILENT })],
    ['Redis', () => new RedisBus({ url: 'redis://127.0.0.1:1', log: SILENT })],
  ])('the bus on %s neither throws nor signals, and can be closed', async (_, create) => {
    const bus = create();
    let signals = 0;
    bus.publish();
    bus.subscribe(() => (signals += 1));
    bus.publish();
    // The first attempt to connect fails in the meantime.
    await world.rows('select pg_sleep(0.1)');
    bus.publish();
    await bus.close();
    expect(signals).toBe(0);
  });
});
