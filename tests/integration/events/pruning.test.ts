import { beforeEach, describe, expect, test } from '@jest/globals';
import { UnavailableError } from '../../../src/domain/errors.js';
import { ResyncError } from '../../../src/domain/live/updates.js';
import type { Live } from '../../../src/events/live.js';
import { watchSpend, watchStatusChanges } from '../../../src/events/topics.js';
import { pruneOutbox } from '../../../src/persistence/queries/prune-outbox.js';
import { readOutboxEnd } from '../../../src/persistence/queries/read-outbox.js';
import type { Sql } from '../../../src/persistence/unit-of-work.js';
import { begin, nextOf, useLiveProcesses } from '../../support/live-processes.js';
import { until } from '../../support/until.js';
import { useWorld } from '../../support/world.js';
import { changeOf, writeChanges } from '../../support/written-changes.js';

const EVERYTHING = { brands: null, campaigns: null, after: null };
const MINUTE_MS = 60_000;

const world = useWorld();
const startProcess = useLiveProcesses(world);

let brandId: string;
let campaignId: string;

beforeEach(async () => {
  brandId = (await world.aBrand()).brand.id;
  campaignId = (await world.aCampaign({ brandId })).campaign.id;
  await world.rows('delete from outbox');
});

function write(): Promise<bigint> {
  const change = changeOf(world, brandId, campaignId);
  return writeChanges(world.kernel.database.everywhere, world, [change]);
}

async function rowsLeft(): Promise<number> {
  return (await world.rows('select from outbox')).length;
}

/** Resolves when nothing is held back any more: other databases of the server count too. */
function allReadable(): Promise<void> {
  return until(
    async () => (await readOutboxEnd(world.kernel.database.everywhere)).waiting.size === 0,
  );
}

/** Prunes all that can be read by now: the first call notes it, the second finds it old enough. */
async function pruneAll(): Promise<number> {
  await pruneOutbox(world.kernel.database.everywhere, 0);
  return pruneOutbox(world.kernel.database.everywhere, 0);
}

/** Resolves when the process has looked again, as it does every second. */
async function look(live: Live): Promise<void> {
  const [row] = await world.rows<{ xid: string }>('select pg_current_xact_id()::text as xid');
  await live.desk.comeTo(BigInt(row?.xid ?? 0), MINUTE_MS);
}

describe('pruning the outbox', () => {
  test('removes what could be read for long enough, and says how many rows', async () => {
    for (let i = 0; i < 3; i += 1) await write();
    await allReadable();
    expect(await pruneAll()).toBe(3);
    expect(await rowsLeft()).toBe(0);
  });

  test('leaves what is younger', async () => {
    await write();
    await pruneOutbox(world.kernel.database.everywhere, MINUTE_MS);
    await pruneOutbox(world.kernel.database.everywhere, MINUTE_MS);
    expect(await rowsLeft()).toBe(1);
  });

  test('leaves what a running transaction holds back, however old it is', async () => {
    const held = await world.kernel.database.pool.connect();
    await held.query('begin');
    await held.query('select pg_current_xact_id()');
    await write();
    expect(await pruneAll()).toBe(0);
    expect(await rowsLeft()).toBe(1);
    await held.query('commit');
    held.release();
    await allReadable();
    expect(await pruneAll()).toBe(1);
  });

  test('is shared by processes that do it at once', async () => {
    for (let i = 0; i < 20; i += 1) await write();
    await allReadable();
    await pruneOutbox(world.kernel.database.everywhere, 0);
    const pruned = await Promise.all(
      [1, 2, 3].map(() => pruneOutbox(world.kernel.database.everywhere, 0)),
    );
    expect(pruned.reduce((sum, count) => sum + count)).toBe(20);
  });

  test('forgets marks of another cluster, as a restored copy would have them', async () => {
    await write();
    await world.rows(
      `insert into outbox_mark (xid, seen_at) values ('4611686018427387904', 'epoch')`,
    );
    await pruneOutbox(world.kernel.database.everywhere, MINUTE_MS);
    expect(await rowsLeft()).toBe(1);
    const [marks] = await world.rows<{ foreign: number }>(
      `select count(*)::int as foreign from outbox_mark where xid > '4611686018427387903'`,
    );
    expect(marks).toEqual({ foreign: 0 });
  });
});

describe('a process that lives', () => {
  test('is not disturbed, however much is pruned, even if it has nothing to do', async () => {
    const { live } = await startProcess();
    const updates = begin(watchStatusChanges(live, world.caller, EVERYTHING));
    live.announce(await write());
    await nextOf(updates);
    for (let minute = 0; minute < 4; minute += 1) {
      await pruneOutbox(world.kernel.database.everywhere, 0);
      await look(live);
    }
    expect(await rowsLeft()).toBe(0);
    live.announce(await write());
    expect((await nextOf(updates)).change.campaignId).toBe(campaignId);
    expect(live.readings.resyncs).toBe(0);
  });
});

describe('a process that was away for so long that rows were pruned', () => {
  test('tells all its subscribers to read anew, and goes on', async () => {
    const database = new Interrupted(world.kernel.database.everywhere);
    const { live } = await startProcess({
      database: { everywhere: database, within: () => database },
    });
    const changes = begin(watchStatusChanges(live, world.caller, EVERYTHING));
    const spend = begin(watchSpend(live, world.caller, EVERYTHING));
    database.isAway = true;
    await write();
    await allReadable();
    expect(await pruneAll()).toBe(1);
    database.isAway = false;
    live.announce();
    await expect(changes.next()).rejects.toThrow(ResyncError);
    await expect(spend.next()).rejects.toThrow(ResyncError);
    expect(live.readings).toMatchObject({ resyncs: 2, subscribers: 0 });
    const anew = begin(watchStatusChanges(live, world.caller, EVERYTHING));
    live.announce(await write());
    expect((await nextOf(anew)).change.campaignId).toBe(campaignId);
  });

  test('misses nothing if nothing of it was pruned', async () => {
    const database = new Interrupted(world.kernel.database.everywhere);
    const { live } = await startProcess({
      database: { everywhere: database, within: () => database },
    });
    const updates = begin(watchStatusChanges(live, world.caller, EVERYTHING));
    database.isAway = true;
    await write();
    live.announce();
    const received = nextOf(updates);
    await database.isAsked();
    database.isAway = false;
    expect((await received).change.campaignId).toBe(campaignId);
    expect(live.readings.relayLagMs).toBe(0);
  });
});

/** A database that cannot be reached while it is away. */
class Interrupted implements Sql {
  isAway = false;
  private asked = Promise.withResolvers<undefined>();

  constructor(private readonly sql: Sql) {}

  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    if (!this.isAway) return this.sql.rows<Row>(text, values);
    this.asked.resolve(undefined);
    return Promise.reject(new UnavailableError('away', 1));
  }

  /** Resolves when somebody has asked in vain. */
  async isAsked(): Promise<void> {
    await this.asked.promise;
  }
}
