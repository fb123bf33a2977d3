import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PostgresBus } from '../../../src/events/bus/postgres-bus.js';
import { RedisBus } from '../../../src/events/bus/redis-bus.js';
import { describeBus } from '../../support/bus-conformance.js';
import { SILENT } from '../../support/embedded-owner.js';
import {
  cutConnections,
  hasRedis,
  type RedisServer,
  startRedis,
} from '../../support/redis-server.js';
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
  let server: RedisServer;

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  describeBus('Redis', {
    create: () => new RedisBus({ url: server.url, log: SILENT }),
    cut: () => cutConnections(server.url),
  });
} else {
  test('the bus on Redis cannot be tested here: no REDIS_URL, no redis-server', () => {
    expect(hasRedis).toBe(false);
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
