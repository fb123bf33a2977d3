import { describe, expect, test } from '@jest/globals';
import { recordSpendBatch } from '../../../src/services/spend/record-spend-batch.js';
import type { RecordSpendRequest } from '../../../src/services/spend/spend-requests.js';
import { accepted, refusals } from '../../support/accepted.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

function entry(campaignId: string, eventId: string, amount = '1'): RecordSpendRequest {
  return {
    campaignId,
    campaignExternalId: null,
    amount,
    currency: null,
    eventId,
    source: 'api',
    occurredAt: null,
  };
}

function record(entries: readonly RecordSpendRequest[]) {
  return recordSpendBatch(world.kernel, world.caller, entries);
}

async function campaigns(count: number): Promise<readonly string[]> {
  const { brand } = await world.aBrand();
  const made = [];
  for (let i = 0; i < count; i += 1) made.push(await world.aCampaign({ brandId: brand.id }));
  return made.map(({ campaign }) => campaign.id);
}

describe('a batch', () => {
  test('acts as if its entries came one after the other: of equal events the first wins', async () => {
    const [id = ''] = await campaigns(1);
    const results = accepted(
      await record([entry(id, 'a'), entry(id, 'a'), entry(id, 'a', '2'), entry(id, 'b', '0')]),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'RECORDED',
      'DUPLICATE',
      'REJECTED',
      'REJECTED',
    ]);
    expect(results[2]).toMatchObject({
      errors: [{ field: ['entries', '2', 'eventId'], code: 'IDEMPOTENCY_CONFLICT' }],
    });
    expect(results[3]).toMatchObject({
      errors: [{ field: ['entries', '3', 'amount'], code: 'OUT_OF_RANGE' }],
    });
  });

  test('of more than 10 000 entries is refused whole', async () => {
    const [id = ''] = await campaigns(1);
    const entries = Array.from({ length: 10_001 }, (_, i) => entry(id, `e${String(i)}`));
    expect(refusals(await record(entries))).toEqual(['entries TOO_MANY']);
    expect(await world.rows('select 1 from spend_entry where campaign_id = $1', [id])).toEqual([]);
  });

  test('of none is recorded as nothing', async () => {
    expect(accepted(await record([]))).toEqual([]);
  });

  test('beside others on the same campaigns in any order neither loses nor doubles anything', async () => {
    const ids = await campaigns(10);
    const [otherId = ''] = await campaigns(1);
    const batches = Array.from({ length: 12 }, (_, batch) =>
      [...ids, otherId]
        .map((id, i) => entry(id, `shared-${String((batch % 4) * 11 + i)}`))
        .toSorted(() => (batch % 2 === 0 ? 1 : -1)),
    );
    const all = (await Promise.all(batches.map(record))).map(accepted).flat();
    expect(all.filter(({ outcome }) => outcome === 'RECORDED')).toHaveLength(44);
    expect(all.filter(({ outcome }) => outcome === 'DUPLICATE')).toHaveLength(88);
    const [difference] = await world.rows(
      `select (select sum(amount_micros) from spend_entry where agency_id = $1)
        - (select sum(true_spent_micros) from counter where agency_id = $1 and period = 'DAY') / 2
        as difference`,
      [world.caller.agencyId],
    );
    expect(Number((difference as { difference: string }).difference)).toBe(0);
  });
});
