import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../src/domain/access/caller.js';
import { type SeedReport, seedAgency } from '../../../src/services/demo/seed-agency.js';
import { checkAll } from '../../../src/services/budgets/check-budgets.js';
import { verifyCounters } from '../../../src/services/ledger/verify-counters.js';
import { useOtherDatabases } from '../../support/other-databases.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const anotherDatabase = useOtherDatabases(world);
let caller: Caller;
let report: SeedReport | null;

beforeAll(async () => {
  await world.begin();
  ({ caller } = world);
  report = await seedAgency(world.kernel, caller);
}, 60_000);

/** One column of a query about the agency of the demo. */
async function column(text: string): Promise<readonly string[]> {
  const rows = await world.rows<{ value: string }>(text, [caller.agencyId]);
  return rows.map(({ value }) => value);
}

describe('the demo', () => {
  test('fits: counters, statuses and what is due', async () => {
    expect((await verifyCounters(world.kernel)).differences).toBe(0);
    expect((await checkAll(world.kernel)).differences).toEqual([]);
    const due = await column(
      `select id as value from campaign where agency_id = $1 and next_transition_at <= '2026-07-15T12:00:00Z'`,
    );
    expect(due).toEqual([]);
  });

  test('has brands in several zones and currencies, with no decimals and with three', async () => {
    const currencies = await column(
      'select distinct currency as value from brand where agency_id = $1',
    );
    expect(currencies).toEqual(expect.arrayContaining(['EUR', 'USD', 'JPY', 'KWD']));
    const zones = await column(
      'select distinct time_zone as value from brand where agency_id = $1',
    );
    expect(zones.length).toBeGreaterThan(5);
  });

  test('has campaigns of every kind', async () => {
    const blockers = await column(
      `select distinct b ->> 'code' as value from campaign, jsonb_array_elements(blockers) b
       where agency_id = $1`,
    );
    expect(blockers).toEqual(
      expect.arrayContaining([
        'ARCHIVED',
        'MANUAL_PAUSE',
        'BRAND_PAUSED',
        'ENDED',
        'NOT_STARTED',
        'DAILY_BUDGET',
        'OUTSIDE_SCHEDULE',
      ]),
    );
    const active = await column(
      `select id as value from campaign where agency_id = $1 and status = 'ACTIVE'`,
    );
    expect(active.length).toBeGreaterThan(5);
    const windows = await column(
      `select distinct (end_minute < start_minute)::text as value from schedule_window where agency_id = $1`,
    );
    expect(windows.toSorted()).toEqual(['false', 'true']);
  });

  test('has 30 days of a past in which budgets were exhausted and schedules kept', async () => {
    const days = await column(
      `select distinct day::text as value from spend_entry where agency_id = $1 order by 1`,
    );
    expect(days.length).toBeGreaterThanOrEqual(31);
    const causes = await column(
      'select distinct cause as value from status_change where agency_id = $1',
    );
    expect(causes).toEqual(expect.arrayContaining(['SPEND', 'BUDGET_RESET', 'SCHEDULE', 'USER']));
    const closes = await column(
      'select distinct period as value from period_close where agency_id = $1',
    );
    expect(closes.toSorted()).toEqual(['DAY', 'MONTH']);
    const outside = await column(
      `select count(*)::text as value from spend_entry e join campaign c on c.id = e.campaign_id
       where e.agency_id = $1 and (e.occurred_at >= c.ends_at or e.occurred_at < c.starts_at)`,
    );
    expect(outside).toEqual(['0']);
    expect(report?.refunds).toBeGreaterThan(10);
  });

  test('has more spend by day than by night', async () => {
    const hours = await world.rows<{ hour: number; spent: number }>(
      `select extract(hour from e.occurred_at at time zone b.time_zone)::int as hour,
         sum(e.amount_micros)::float as spent
       from spend_entry e join brand b on b.id = e.brand_id join campaign c on c.id = e.campaign_id
       where e.agency_id = $1 and e.kind = 'SPEND' and b.currency = 'AUD'
         and c.external_id = 'demo-couriers-parcels'
       group by 1`,
      [caller.agencyId],
    );
    const spentAt = (hour: number): number => hours.find((row) => row.hour === hour)?.spent ?? 0;
    expect(spentAt(13)).toBeGreaterThan(2 * spentAt(3));
  });

  test('is made once', async () => {
    const before = await column(
      'select count(*)::text as value from spend_entry where agency_id = $1',
    );
    world.at('2026-07-16T12:00:00.000Z');
    expect(await seedAgency(world.kernel, caller)).toBeNull();
    expect(await seedAgency(world.kernel, caller, { seed: 'another' })).toBeNull();
    expect(
      await column('select count(*)::text as value from spend_entry where agency_id = $1'),
    ).toEqual(before);
  });

  test('is made once by processes that start together, and the same for the same seed', async () => {
    const kernel = await anotherDatabase();
    await kernel.database.everywhere.rows(
      `insert into agency (id, name, created_at) values ($1, 'A', now())`,
      [caller.agencyId],
    );
    const reports = await Promise.all([1, 2].map(() => seedAgency(kernel, caller)));
    const made = reports.map((one) => one?.brands ?? 0);
    expect(made.reduce((sum, brands) => sum + brands, 0)).toBe(report?.brands);
    expect((await verifyCounters(kernel)).differences).toBe(0);
    const digest = `select md5(string_agg(
        concat(event_id, amount_micros, occurred_at, day, while_blocked), ',' order by event_id
      )) as value from spend_entry where agency_id = $1`;
    const rows = await kernel.database.everywhere.rows<{ value: string }>(digest, [
      caller.agencyId,
    ]);
    expect(rows.map(({ value }) => value)).toEqual(await column(digest));
  }, 60_000);

  test('is not there at all if it was stopped', async () => {
    const stop = new AbortController();
    const onProgress = ({ done }: { readonly done: number }): void => {
      if (done > 200) stop.abort();
    };
    const watcher = { onProgress, signal: stop.signal };
    await expect(seedAgency(world.kernel, world.caller, { watcher })).rejects.toThrow('aborted');
    const left = await world.rows('select 1 from brand where agency_id = $1', [
      world.caller.agencyId,
    ]);
    expect(left).toEqual([]);
  });
});
