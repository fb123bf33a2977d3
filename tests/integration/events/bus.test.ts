import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { BUS_PACE } from '../../../src/events/bus/bus.js';
import { PostgresBus } from '../../../src/events/bus/postgres-bus.js';
import { RedisBus } from '../../../src/events/bus/redis-bus.js';
import { describeBus } from '../../support/bus-conformance.js';
import { SILENT } from '../../support/embedded-owner.js';
import { Gate } from '../../support/gate.js';
import { hasRedis, useRedis } from '../../support/redis-server.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

const databaseUrl = (): string => world.kernel.database.pool.options.connectionString ?? '';

const CUT = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = 'paceline bus'`;

describe('with a PostgreSQL that can be taken away', () => {
  let gate: Gate;

  beforeAll(async () => {
    const { host, port } = new pg.Client({ connectionString: databaseUrl() });
    gate = new Gate(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
    await gate.open();
  });
  afterAll(() => gate.shut());

  describeBus('PostgreSQL', {
    url() {
      const url = new URL(databaseUrl());
      url.host = gate.address;
      url.searchParams.delete('host');
      return url.href;
    },
    create: (url, pace = BUS_PACE) => new PostgresBus({ url, pace, log: SILENT }),
    async cut() {
      await world.rowsAsOwner(CUT);
    },
    silence: () => {
      gate.silence();
    },
    leave: () => gate.shut(),
    comeBack: () => gate.open(),
  });
});

if (hasRedis) {
  describe('with a Redis that can be killed', () => {
    const redis = useRedis();

    describeBus('Redis', {
      url: () => redis.url,
      create: (url, pace = BUS_PACE) => new RedisBus({ url, pace, log: SILENT }),
      cut: () => redis.server.cut(),
      silence: () => {
        redis.gate.silence();
      },
      leave: () => redis.server.kill(),
      comeBack: () => redis.server.start(),
    });
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
