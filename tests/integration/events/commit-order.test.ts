import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import type { StatusChangeUpdate } from '../../../src/domain/live/updates.js';
import type { Live } from '../../../src/events/live.js';
import type { Sql } from '../../../src/persistence/unit-of-work.js';
import { watchStatusChanges } from '../../../src/events/topics.js';
import { EVERYWHERE, SCOPE_TEXT } from '../../../src/persistence/scope.js';
import { begin, nextOf, take, useLiveProcesses } from '../../support/live-processes.js';
import {
  changeOf,
  manyCampaigns,
  type NewChange,
  writeChanges,
} from '../../support/written-changes.js';
import { until } from '../../support/until.js';
import { useWorld } from '../../support/world.js';

const EVERYTHING = { brands: null, campaigns: null, after: null };
const MAX_TRANSACTIONS = 7;

const world = useWorld();
const startProcess = useLiveProcesses(world);

let brandId: string;
let campaigns: readonly string[];

beforeEach(async () => {
  brandId = (await world.aBrand()).brand.id;
  campaigns = await manyCampaigns(world, brandId, MAX_TRANSACTIONS + 1);
});

/** A transaction that writes a change of a campaign of its own when told to. */
class SlowWriter implements Sql {
  readonly change: NewChange;
  xid = 0n;

  private constructor(
    private readonly client: PoolClient,
    campaignId: string,
  ) {
    this.change = changeOf(world, brandId, campaignId);
  }

  static async begin(campaignId: string): Promise<SlowWriter> {
    const client = await world.kernel.database.pool.connect();
    await client.query('begin');
    await client.query(SCOPE_TEXT, [...EVERYWHERE]);
    return new SlowWriter(client, campaignId);
  }

  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query(text, [...values])).rows as Row[];
  }

  async write(): Promise<void> {
    this.xid = await writeChanges(this, world, [this.change]);
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    await this.client.query(how);
    this.client.release();
  }
}

const idsOf = (updates: readonly StatusChangeUpdate[]): readonly string[] =>
  updates.map(({ change }) => change.id);

describe('of transactions that overlap', () => {
  test('one that began to write first and commits last is neither lost nor overtaken', async () => {
    const { live } = await startProcess();
    const updates = begin(watchStatusChanges(live, world.caller, EVERYTHING));
    const slow = await SlowWriter.begin(campaigns[0] ?? '');
    const fast = await SlowWriter.begin(campaigns[1] ?? '');
    await slow.write();
    await fast.write();
    await fast.end('commit');
    live.announce(fast.xid);
    const first = nextOf(updates);
    // It is held back as long as something may still come before it.
    await heldBack(live);
    await slow.end('commit');
    live.announce(slow.xid);
    expect(idsOf([await first, await nextOf(updates)])).toEqual([slow.change.id, fast.change.id]);
  });

  test('what was held back comes soon after, though the slow one only rolled back', async () => {
    const { live } = await startProcess();
    const updates = begin(watchStatusChanges(live, world.caller, EVERYTHING));
    const slow = await SlowWriter.begin(campaigns[0] ?? '');
    const fast = await SlowWriter.begin(campaigns[1] ?? '');
    await slow.write();
    await fast.write();
    await fast.end('commit');
    live.announce(fast.xid);
    await heldBack(live);
    await slow.end('rollback');
    expect(idsOf([await nextOf(updates)])).toEqual([fast.change.id]);
  });

  test('whatever the interleaving, each committed change comes once, in one order', async () => {
    const { live } = await startProcess();
    await fc.assert(
      fc.asyncProperty(interleavings(), async (steps) => {
        const updates = begin(watchStatusChanges(live, world.caller, EVERYTHING));
        const expected = await play(steps, (xid) => {
          live.announce(xid);
        });
        const last = changeOf(world, brandId, campaigns.at(-1) ?? '');
        live.announce(await writeChanges(world.kernel.database.everywhere, world, [last]));
        const received = idsOf(await take(updates, expected.length + 1));
        expect(received).toEqual([...expected, last.id]);
        await updates.return?.();
      }),
      { numRuns: 25 },
    );
  });
});

/** Resolves when the process has looked and seen something that it may not dispatch yet. */
async function heldBack({ readings }: Live): Promise<void> {
  await until(() => readings.relayLagMs > 0);
}

interface Step {
  readonly writer: number;
  readonly act: 'write' | 'commit' | 'rollback';
}

/** Each transaction writes and then ends, mixed with the others in any order. */
function interleavings(): fc.Arbitrary<readonly Step[]> {
  const transaction = fc.record({
    writeAt: fc.double({ min: 0, max: 1, noNaN: true }),
    endAfter: fc.double({ min: 0, max: 1, noNaN: true }),
    act: fc.constantFrom('commit' as const, 'commit' as const, 'rollback' as const),
  });
  return fc.array(transaction, { minLength: 1, maxLength: MAX_TRANSACTIONS }).map((transactions) =>
    transactions
      .flatMap(({ writeAt, endAfter, act }, writer) => [
        { at: writeAt, step: { writer, act: 'write' as const } },
        { at: writeAt + endAfter, step: { writer, act } },
      ])
      .toSorted((a, b) => a.at - b.at)
      .map(({ step }) => step),
  );
}

/** Plays the steps; gives the ids of what was committed in the order in which it was first written. */
async function play(
  steps: readonly Step[],
  announce: (xid: bigint) => void,
): Promise<readonly string[]> {
  const writers = new Map<number, SlowWriter>();
  const committed = new Set<string>();
  for (const { writer: index, act } of steps) {
    const writer = writers.get(index) ?? (await SlowWriter.begin(campaigns[index] ?? ''));
    writers.set(index, writer);
    if (act === 'write') await writer.write();
    else await writer.end(act);
    if (act !== 'commit') continue;
    committed.add(writer.change.id);
    announce(writer.xid);
  }
  const inOrder = [...writers.values()].map(({ change }) => change.id);
  return inOrder.filter((id) => committed.has(id));
}
