import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { UnavailableError } from '../../../src/domain/errors.js';
import { PostgresBus } from '../../../src/events/bus/postgres-bus.js';
import { createLive, type Live } from '../../../src/events/live.js';
import { watchSpend, watchStatusChanges } from '../../../src/events/topics.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/persistence/embedded/start-embedded-postgres.js';
import { migrate } from '../../../src/persistence/migrate.js';
import { monotonicMs } from '../../../src/platform/monotonic.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import { query, removeDataDir, SILENT, usedDataDir } from '../../support/embedded-owner.js';
import { begin, nextOf } from '../../support/live-processes.js';
import { until } from '../../support/until.js';
import { World } from '../../support/world.js';

const EVERYTHING = { brands: null, campaigns: null };
const SERVER_PID = "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid";
const RECOVERY_MS = 5_000;

let dataDir: string;
let server: EmbeddedPostgres;
let world: World;
let live: Live;
let campaignId: string;

beforeEach(async () => {
  dataDir = await usedDataDir();
  server = await startEmbeddedPostgres({ dataDir, log: SILENT });
  world = new World();
  await world.open(server.url);
  const { database, clock } = world.kernel;
  database.pool.on('error', () => undefined);
  await migrate(database);
  await world.begin();
  live = createLive({
    database,
    clock,
    log: SILENT,
    bus: new PostgresBus({ url: server.url, log: SILENT }),
  });
  await live.start();
  campaignId = (await world.aCampaign({ brandId: (await world.aBrand()).brand.id })).campaign.id;
});

afterEach(async () => {
  await live.close();
  await world.close();
  await server.stop();
  await removeDataDir(dataDir);
});

function asSuperuser(text: string): Promise<Record<string, unknown>[]> {
  return query(server.url.replace('paceline@', 'postgres@'), text);
}

/** Kills the database; it is started again at once, and recovers what was committed. */
async function crash(): Promise<void> {
  const [row] = await asSuperuser(SERVER_PID);
  process.kill(Number(row?.['pid']), 'SIGKILL');
}

/** Pauses the campaign as soon as the database takes it; nobody announces it. */
async function pauseWhenPossible(): Promise<void> {
  await until(async () => {
    try {
      const result = await pauseCampaigns(world.kernel, world.caller, [campaignId]);
      return result.ok;
    } catch (error) {
      if (error instanceof UnavailableError) return false;
      throw error;
    }
  });
}

describe('after a crash of the database', () => {
  test('every subscription goes on within 5 s, and nothing is lost', async () => {
    const changes = begin(watchStatusChanges(live, world.caller, { ...EVERYTHING, after: null }));
    const totals = begin(watchSpend(live, world.caller, EVERYTHING));
    const changed = nextOf(changes);
    await crash();
    await pauseWhenPossible();
    const backAt = monotonicMs();
    expect((await changed).change.campaignId).toBe(campaignId);
    await world.aSpend(campaignId, '1');
    expect((await nextOf(totals)).campaign.campaign.id).toBe(campaignId);
    expect(monotonicMs() - backAt).toBeLessThan(RECOVERY_MS);
    expect(live.readings).toMatchObject({ resyncs: 0, subscribers: 2 });
  });

  test('transactions whose numbers had been given out before are not taken for old ones', async () => {
    await asSuperuser("alter system set wal_writer_delay = '10s'");
    await asSuperuser('select pg_reload_conf()');
    const changes = begin(watchStatusChanges(live, world.caller, { ...EVERYTHING, after: null }));
    const [before] = await world.rows<{ xid: string }>('select pg_current_xact_id()::text as xid');
    // Nobody waits for the disk in such a transaction: its number is forgotten in the crash.
    for (let i = 0; i < 200; i += 1) await world.rows('select pg_current_xact_id()');
    await live.desk.comeTo(BigInt(before?.xid ?? 0) + 190n, RECOVERY_MS);
    const position = live.desk.standpoint().position;
    await crash();
    await pauseWhenPossible();
    const { change } = await nextOf(changes);
    const [row] = await world.rows<{ xid: string }>(
      'select xid::text as xid from status_change where id = $1',
      [change.id],
    );
    expect(BigInt(row?.xid ?? 0)).toBeLessThan(position);
  });
});
