import { expect, test } from '@jest/globals';
import type { ImportReport } from '../../../src/services/import/import-request.js';
import { readSpendSeries } from '../../../src/services/spend/read-spend-series.js';
import { verifyCounters } from '../../../src/services/ledger/verify-counters.js';
import { tryImport } from '../../support/import-request.js';
import { instant } from '../../support/instants.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const FILE = 'tests/fixtures/weekly-ad-spend-2018.csv';
const SUM_MICROS = 14_435_300_000_000n;
const AS_IT_IS = { per: 'WEEK', currency: null } as const;

test('a summer of real weekly spend is imported to the cent, once', async () => {
  const planned = await tryImport(world, FILE, { ...AS_IT_IS, dryRun: true });
  expect(planned.report).toMatchObject({ outcome: 'DRY_RUN', brandsMade: 373, currency: 'USD' });
  expect(await countRows()).toEqual({ brands: 0, campaigns: 0, entries: 0, sum: 0n });

  const { report, problems } = await tryImport(world, FILE, AS_IT_IS);
  expect(problems).toEqual([]);
  expect(report).toMatchObject({
    outcome: 'IMPORTED',
    rows: 2_823,
    badRows: 0,
    zeroRows: 416,
    brandsMade: 373,
    campaignsMade: 373,
    totalMicros: SUM_MICROS,
    recordedMicros: SUM_MICROS,
    entriesRefused: 0,
  });
  expect(report).toMatchObject(forecastOf(planned.report));
  const imported = { brands: 373, campaigns: 373, entries: 16_849, sum: SUM_MICROS };
  expect(await countRows()).toEqual(imported);

  const again = await tryImport(world, FILE, AS_IT_IS);
  expect(again.report).toMatchObject({
    brandsMade: 0,
    campaignsMade: 0,
    entriesRecorded: 0,
    entriesKnown: 16_849,
  });
  expect(await countRows()).toEqual(imported);
  expect((await verifyCounters(world.kernel)).differences).toBe(0);
  expect(await spentByMonth()).toBe(SUM_MICROS);
}, 120_000);

function forecastOf({ entriesRecorded, campaignsMade }: ImportReport) {
  return { entriesRecorded, campaignsMade };
}

async function countRows() {
  const [row] = await world.rows<Record<'brands' | 'campaigns' | 'entries' | 'sum', string>>(
    `select (select count(*) from brand where agency_id = $1) as brands,
       (select count(*) from campaign where agency_id = $1) as campaigns,
       (select count(*) from spend_entry where agency_id = $1 and not while_blocked) as entries,
       (select coalesce(sum(amount_micros), 0) from spend_entry where agency_id = $1) as sum`,
    [world.caller.agencyId],
  );
  const { brands, campaigns, entries, sum = '' } = row ?? {};
  return {
    brands: Number(brands),
    campaigns: Number(campaigns),
    entries: Number(entries),
    sum: BigInt(sum),
  };
}

async function spentByMonth(): Promise<bigint> {
  const brands = await world.rows<{ id: string }>('select id from brand where agency_id = $1', [
    world.caller.agencyId,
  ]);
  const series = await readSpendSeries(world.kernel, world.caller, {
    owners: brands.map(({ id }) => ({ kind: 'BRAND', id, timeZone: 'UTC' })),
    granularity: 'MONTH',
    from: instant('2018-05-01T00:00:00Z'),
    to: instant('2018-10-01T00:00:00Z'),
  });
  const months = series.flat().map(({ spentMicros }) => spentMicros);
  expect(series[0]).toHaveLength(5);
  return months.reduce((sum, micros) => sum + micros, 0n);
}
