import { describe, expect, test } from '@jest/globals';
import type { Position } from '../../../src/domain/paging/page.js';
import { listSpendEntries } from '../../../src/services/spend/list-spend-entries.js';
import { loadSpendEntries } from '../../../src/services/spend/load-spend-entries.js';
import { recordRefund } from '../../../src/services/spend/record-refund.js';
import type {
  SpendEntryFilter,
  SpendEntryOrder,
} from '../../../src/services/spend/spend-requests.js';
import { accepted } from '../../support/accepted.js';
import { units } from '../../support/facts.js';
import { instant } from '../../support/instants.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const ANY: SpendEntryFilter = {
  ...{ brandId: null, campaignId: null, from: null, to: null },
  ...{ kind: null, source: null, eventId: null, whileBlocked: null },
};
const RECORDED_LAST_FIRST: SpendEntryOrder = { field: 'RECORDED_AT', direction: 'DESC' };

interface Asked {
  readonly filter?: Partial<SpendEntryFilter>;
  readonly order?: SpendEntryOrder;
  readonly first?: number;
  readonly after?: Position | null;
}

function list({ filter = {}, order = RECORDED_LAST_FIRST, first = 100, after = null }: Asked) {
  const request = { page: { first, after }, filter: { ...ANY, ...filter }, order };
  return listSpendEntries(world.kernel, world.caller, request);
}

async function amounts(filter: Partial<SpendEntryFilter>): Promise<bigint[]> {
  const { items } = await list({ filter });
  return items.map(({ node }) => node.amountMicros / 1_000_000n);
}

async function aCampaign() {
  const { brand } = await world.aBrand();
  return (await world.aCampaign({ brandId: brand.id })).campaign;
}

describe('the ledger', () => {
  test('is paged by when its rows were recorded, newest first', async () => {
    const { id } = await aCampaign();
    const recorded: string[] = [];
    for (const [at, occurredAt] of [
      ['2026-07-15T12:00:00Z', '2026-07-15T11:00:00Z'],
      ['2026-07-15T12:00:00Z', '2026-07-15T10:00:00Z'],
      ['2026-07-15T12:00:01Z', '2026-07-01T10:00:00Z'],
      ['2026-07-15T12:00:02Z', '2026-07-15T12:04:00Z'],
    ] as const) {
      world.at(at);
      const entry = await world.aSpend(id, '1', { occurredAt: instant(occurredAt) });
      recorded.unshift(entry.id);
    }
    const walked: string[] = [];
    let after: Position | null = null;
    for (;;) {
      const page = await list({ first: 3, after });
      walked.push(...page.items.map(({ node }) => node.id));
      if (!page.hasNextPage) break;
      after = page.items.at(-1)?.position ?? null;
      expect(after?.value).toBe(String(instant('2026-07-15T12:00:00Z')));
    }
    expect(walked).toEqual(recorded);
  });

  test('is filtered by brand, campaign and when it occurred', async () => {
    const [one, other] = [await aCampaign(), await aCampaign()];
    await world.aSpend(one.id, '1', { occurredAt: instant('2026-07-10T00:00:00Z') });
    await world.aSpend(one.id, '2', { occurredAt: instant('2026-07-12T00:00:00Z') });
    await world.aSpend(other.id, '3', { occurredAt: instant('2026-07-12T00:00:00Z') });
    await world.aSpend(other.id, '4', { occurredAt: instant('2026-07-15T12:05:00Z') });
    const [from, to] = [instant('2026-07-12T00:00:00Z'), instant('2026-07-15T12:05:00Z')];
    expect(await amounts({})).toEqual([4n, 3n, 2n, 1n]);
    expect(await amounts({ campaignId: one.id })).toEqual([2n, 1n]);
    expect(await amounts({ brandId: other.brandId })).toEqual([4n, 3n]);
    expect(await amounts({ from })).toEqual([4n, 3n, 2n]);
    expect(await amounts({ to })).toEqual([3n, 2n, 1n]);
    expect(await amounts({ from, to, brandId: one.brandId })).toEqual([2n]);
    expect(await amounts({ from: to })).toEqual([4n]);
    expect(await amounts({ brandId: one.brandId, campaignId: other.id })).toEqual([]);
    expect(await amounts({ campaignId: UNKNOWN })).toEqual([]);
    expect(await amounts({ from: instant('0001-01-01T00:00:00Z') })).toHaveLength(4);
    expect(await amounts({ to: instant('9999-12-31T23:59:59.999Z') })).toHaveLength(4);
  });

  test('says what can still be given back, for a page in two statements', async () => {
    const { id } = await aCampaign();
    const entry = await world.aSpend(id, '10');
    await world.aSpend(id, '5');
    for (const amount of ['2.5', '4']) {
      const request = { entryId: entry.id, amount, eventId: `r${amount}`, source: 'api' };
      accepted(await recordRefund(world.kernel, world.caller, request));
    }
    let items: Awaited<ReturnType<typeof list>>['items'] = [];
    const sent = await world.statementsOf(async () => {
      ({ items } = await list({}));
    });
    expect(sent).toHaveLength(2);
    const refundable = items.map(({ node }) => [node.kind, node.refundableMicros]);
    expect(refundable).toEqual([
      ['REFUND', 0n],
      ['REFUND', 0n],
      ['SPEND', units(5)],
      ['SPEND', units(3.5)],
    ]);
  });

  test('gives entries by id in the order asked for, each of the own agency', async () => {
    const { id } = await aCampaign();
    const first = await world.aSpend(id, '1');
    const second = await world.aSpend(id, '2');
    const ids = [second.id, UNKNOWN, first.id];
    const stranger = await world.aStranger();
    expect(await loadSpendEntries(world.kernel, world.caller, ids)).toEqual([second, null, first]);
    expect(await loadSpendEntries(world.kernel, stranger, ids)).toEqual([null, null, null]);
    expect(await loadSpendEntries(world.kernel, world.caller, [])).toEqual([]);
    const request = {
      page: { first: 10, after: null },
      filter: ANY,
      order: RECORDED_LAST_FIRST,
    };
    expect((await listSpendEntries(world.kernel, stranger, request)).items).toEqual([]);
  });
});
