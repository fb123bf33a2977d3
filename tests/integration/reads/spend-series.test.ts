import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../../src/domain/errors.js';
import type { Granularity } from '../../../src/domain/spend/spend-series.js';
import { formatInstant } from '../../../src/domain/time/instant.js';
import { readSpendSeries } from '../../../src/services/spend/read-spend-series.js';
import { recordRefund } from '../../../src/services/spend/record-refund.js';
import type { SeriesOwner } from '../../../src/services/spend/spend-requests.js';
import { accepted } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

interface Asked {
  readonly granularity: Granularity;
  readonly from: string;
  readonly to: string;
}

function read(owners: readonly SeriesOwner[], { granularity, from, to }: Asked) {
  const request = { owners, granularity, from: instant(from), to: instant(to) };
  return readSpendSeries(world.kernel, world.caller, request);
}

/** `07-15T12:00 3` for each point: where it begins in UTC, and its whole units. */
async function points(owner: SeriesOwner, asked: Asked): Promise<string[]> {
  const [series = []] = await read([owner], asked);
  return series.map(
    ({ start, spentMicros }) => `${formatInstant(start).slice(5, 16)} ${spentMicros / 1_000_000n}`,
  );
}

async function aCampaign(timeZone: string) {
  const { brand } = await world.aBrand({ timeZone });
  const { campaign } = await world.aCampaign({ brandId: brand.id });
  const owner = { kind: 'CAMPAIGN', id: campaign.id, timeZone } as const;
  const ofBrand = { kind: 'BRAND', id: brand.id, timeZone } as const;
  return { campaign, brand, owner, ofBrand };
}

async function spend(id: string, spends: readonly (readonly [at: string, amount: string])[]) {
  for (const [at, amount] of spends) {
    await world.aSpend(id, amount, { occurredAt: instant(at) });
  }
}

describe('a series of hours', () => {
  test('has every local hour that touches the range, gaps as zero', async () => {
    const { campaign, owner, ofBrand } = await aCampaign('Asia/Kolkata');
    await spend(campaign.id, [
      ['2026-07-15T08:29:59.999Z', '1'],
      ['2026-07-15T08:30:00Z', '2'],
      ['2026-07-15T08:45:00Z', '3'],
      ['2026-07-15T10:30:00Z', '4'],
    ]);
    const asked = {
      granularity: 'HOUR',
      from: '2026-07-15T08:35:00Z',
      to: '2026-07-15T10:30:00.001Z',
    } as const;
    const expected = ['07-15T08:30 5', '07-15T09:30 0', '07-15T10:30 4'];
    expect(await points(owner, asked)).toEqual(expected);
    expect(await points(ofBrand, asked)).toEqual(expected);
  });

  test('has two points for an hour that the clocks repeat, and none for one they skip', async () => {
    world.at('2026-10-26T00:00:00Z');
    const { campaign, owner } = await aCampaign('Europe/Vienna');
    await spend(campaign.id, [
      ['2026-10-25T00:30:00Z', '1'],
      ['2026-10-25T01:30:00Z', '2'],
    ]);
    const autumn = {
      granularity: 'HOUR',
      from: '2026-10-25T00:00Z',
      to: '2026-10-25T02:00Z',
    } as const;
    expect(await points(owner, autumn)).toEqual(['10-25T00:00 1', '10-25T01:00 2']);
    const day = {
      granularity: 'HOUR',
      from: '2026-10-24T22:00Z',
      to: '2026-10-25T23:00Z',
    } as const;
    expect(await points(owner, day)).toHaveLength(25);
    const spring = {
      granularity: 'HOUR',
      from: '2026-03-28T23:00Z',
      to: '2026-03-29T22:00Z',
    } as const;
    expect(await points(owner, spring)).toHaveLength(23);
  });

  test('counts a refund when its entry occurred, however much later it came', async () => {
    const { campaign, owner } = await aCampaign('UTC');
    const entry = await world.aSpend(campaign.id, '10', {
      occurredAt: instant('2026-07-15T09:10:00Z'),
    });
    world.at('2026-08-20T12:00:00Z');
    const request = { entryId: entry.id, amount: '4', eventId: 'refund', source: 'api' };
    accepted(await recordRefund(world.kernel, world.caller, request));
    const asked = {
      granularity: 'HOUR',
      from: '2026-07-15T09:00Z',
      to: '2026-07-15T10:00Z',
    } as const;
    expect(await points(owner, asked)).toEqual(['07-15T09:00 6']);
  });

  test('finds entries that occurred after they were recorded', async () => {
    world.at('2026-07-15T11:56:00Z');
    const { campaign, owner } = await aCampaign('UTC');
    await spend(campaign.id, [['2026-07-15T12:01:00Z', '7']]);
    const asked = {
      granularity: 'HOUR',
      from: '2026-07-15T12:00Z',
      to: '2026-07-15T13:00Z',
    } as const;
    expect(await points(owner, asked)).toEqual(['07-15T12:00 7']);
  });
});

describe('a series of days or months', () => {
  test('has what was counted in them', async () => {
    world.at('2026-08-02T12:00:00Z');
    const { campaign, owner, ofBrand } = await aCampaign('Europe/Vienna');
    await spend(campaign.id, [
      ['2026-07-30T21:59:59.999Z', '1'],
      ['2026-07-30T22:00:00Z', '2'],
      ['2026-07-31T22:00:00Z', '4'],
    ]);
    const range = { from: '2026-07-30T12:00Z', to: '2026-08-01T22:00Z' };
    expect(await points(owner, { granularity: 'DAY', ...range })).toEqual([
      '07-29T22:00 1',
      '07-30T22:00 2',
      '07-31T22:00 4',
    ]);
    expect(await points(ofBrand, { granularity: 'MONTH', ...range })).toEqual([
      '06-30T22:00 3',
      '07-31T22:00 4',
    ]);
  });

  test('shows all that was spent, whatever a reset set aside', async () => {
    const { campaign, owner } = await aCampaign('UTC');
    await spend(campaign.id, [['2026-07-15T10:00:00Z', '9']]);
    await world.rows('update counter set offset_micros = true_spent_micros where owner_id = $1', [
      campaign.id,
    ]);
    const asked = {
      granularity: 'DAY',
      from: '2026-07-15T00:00Z',
      to: '2026-07-16T00:00Z',
    } as const;
    expect(await points(owner, asked)).toEqual(['07-15T00:00 9']);
  });
});

describe('series of many owners', () => {
  test('come in their order, each in its own zone, from one statement for each kind', async () => {
    const vienna = await aCampaign('Europe/Vienna');
    const tokyo = await aCampaign('Asia/Tokyo');
    await spend(vienna.campaign.id, [['2026-07-14T23:00:00Z', '1']]);
    await spend(tokyo.campaign.id, [['2026-07-14T23:00:00Z', '2']]);
    const owners = [tokyo.owner, vienna.ofBrand, vienna.owner, tokyo.owner];
    const asked = { from: '2026-07-14T22:30Z', to: '2026-07-14T23:30Z' };
    for (const [granularity, statements] of [
      ['HOUR', 2],
      ['DAY', 1],
      ['MONTH', 1],
    ] as const) {
      let series: Awaited<ReturnType<typeof read>> = [];
      const sent = await world.statementsOf(async () => {
        series = await read(owners, { granularity, ...asked });
      });
      expect(sent).toHaveLength(statements);
      const sums = series.map((all) => all.reduce((sum, point) => sum + point.spentMicros, 0n));
      expect(sums).toEqual([2_000_000n, 1_000_000n, 1_000_000n, 2_000_000n]);
    }
    const days = await read(owners, { granularity: 'DAY', ...asked });
    const starts = days.map(([day]) => formatInstant(day?.start ?? 0).slice(5, 16));
    expect(starts).toEqual(['07-14T15:00', '07-14T22:00', '07-14T22:00', '07-14T15:00']);
  });

  test('are zero for an unknown owner and for one of another agency', async () => {
    const { campaign, owner } = await aCampaign('UTC');
    await spend(campaign.id, [['2026-07-15T10:00:00Z', '9']]);
    const request = {
      owners: [owner],
      from: instant('2026-07-15T10:00Z'),
      to: instant('2026-07-15T11:00Z'),
    };
    const stranger = await world.aStranger();
    for (const granularity of ['HOUR', 'DAY', 'MONTH'] as const) {
      const [series] = await readSpendSeries(world.kernel, stranger, { ...request, granularity });
      expect(series?.map(({ spentMicros }) => spentMicros)).toEqual([0n]);
    }
  });
});

describe('a range', () => {
  const owner = {
    kind: 'BRAND',
    id: '00000000-0000-0000-0000-000000000000',
    timeZone: 'UTC',
  } as const;

  test('that is empty gives no points', async () => {
    const asked = { from: '2026-07-15T10:00Z', to: '2026-07-15T10:00Z' };
    expect(await read([owner, owner], { granularity: 'HOUR', ...asked })).toEqual([[], []]);
    expect(await read([], { granularity: 'DAY', ...asked })).toEqual([]);
  });

  test('of more than a thousand points is refused', async () => {
    const from = '2000-01-01T00:00Z';
    const thousandDays = await read([owner], { granularity: 'DAY', from, to: '2002-09-27T00:00Z' });
    expect(thousandDays[0]).toHaveLength(1000);
    for (const granularity of ['HOUR', 'DAY', 'MONTH'] as const) {
      const refused = read([owner], { granularity, from, to: '2100-01-01T00:00Z' });
      await expect(refused).rejects.toThrow(InputError);
      await expect(refused).rejects.toMatchObject({ field: ['to'] });
    }
  });
});
