import { describe, expect, test } from '@jest/globals';
import { resetBudgets } from '../../../src/services/budgets/reset-budgets.js';
import { MAX_EXAMPLES, verifyCounters } from '../../../src/services/ledger/verify-counters.js';
import { recordRefund } from '../../../src/services/spend/record-refund.js';
import { accepted } from '../../support/accepted.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

/** What does not fit in the whole database, in a few words each. */
async function findings(): Promise<readonly string[]> {
  const report = await verifyCounters(world.kernel);
  return [
    ...report.wrongCounters.rows.map(
      ({ ownerKind, period, ledgerMicros, counterMicros }) =>
        `${ownerKind ?? 'nobody'} ${period} ${ledgerMicros} ${counterMicros}`,
    ),
    ...report.unsoundOffsets.rows.map(
      ({ period, trueSpentMicros, offsetMicros }) =>
        `${period} ${offsetMicros} of ${trueSpentMicros}`,
    ),
    ...report.unsoundEntries.rows.map(({ flaw }) => flaw),
    ...report.runningOverCap.rows.map(({ campaignName }) => `${campaignName} runs`),
  ];
}

/** Runs a change by hand, says what is found then, and undoes it. */
async function findingsAfter(change: string, undo: string): Promise<readonly string[]> {
  await world.rows(change);
  try {
    return await findings();
  } finally {
    await world.rows(undo);
  }
}

async function aSpender(details = {}) {
  const { brand } = await world.aBrand();
  const { campaign } = await world.aCampaign({ brandId: brand.id, name: 'Runner', ...details });
  return { brand, campaign };
}

describe('verify', () => {
  test('finds nothing in what the engine wrote: spend, refunds, resets, exhausted caps', async () => {
    const { campaign } = await aSpender({ dailyBudget: '20' });
    const entry = await world.aSpend(campaign.id, '15');
    await world.aSpend(campaign.id, '30.000001');
    const refund = { entryId: entry.id, amount: '15', eventId: 'r', source: 'api' };
    accepted(await recordRefund(world.kernel, world.caller, refund));
    const request = { ids: [campaign.id], period: 'DAY' } as const;
    accepted(await resetBudgets(world.kernel, world.caller, request));
    const report = await verifyCounters(world.kernel);
    expect(report).toMatchObject({ differences: 0, entries: 3, counters: 4 });
  });

  test('finds a counter that is too high, and one that is missing', async () => {
    const { brand, campaign } = await aSpender();
    await world.aSpend(campaign.id, '5');
    const counter = `owner_id = '${campaign.id}' and period = 'DAY'`;
    expect(
      await findingsAfter(
        `update counter set true_spent_micros = true_spent_micros + 1 where ${counter}`,
        `update counter set true_spent_micros = true_spent_micros - 1 where ${counter}`,
      ),
    ).toEqual(['campaign DAY 5000000 5000001']);
    const month = `owner_id = '${brand.id}' and period = 'MONTH'`;
    expect(
      await findingsAfter(
        `update counter set owner_id = gen_random_uuid() where ${month}`,
        `with stray as (
           delete from counter where owner_id not in (select id from brand union select id from campaign)
         )
         insert into counter (agency_id, owner_id, period, date, true_spent_micros)
         values ('${world.caller.agencyId}', '${brand.id}', 'MONTH', '2026-07-01', 5000000)`,
      ),
    ).toEqual(expect.arrayContaining(['brand MONTH 5000000 0', 'nobody MONTH 0 5000000']));
    expect(await findings()).toEqual([]);
  });

  test('finds more set aside than was spent', async () => {
    const { campaign } = await aSpender();
    await world.aSpend(campaign.id, '5');
    const counter = `owner_id = '${campaign.id}' and period = 'DAY'`;
    expect(
      await findingsAfter(
        `update counter set offset_micros = 5000001 where ${counter}`,
        `update counter set offset_micros = 0 where ${counter}`,
      ),
    ).toEqual(['DAY 5000001 of 5000000']);
  });

  test('finds a campaign that runs over a cap', async () => {
    const { campaign } = await aSpender({ dailyBudget: '5' });
    await world.aSpend(campaign.id, '5');
    const row = `where id = '${campaign.id}'`;
    expect(
      await findingsAfter(
        `update campaign set status = 'ACTIVE', blockers = '[]' ${row}`,
        `update campaign set status = 'PAUSED',
         blockers = '[{"code":"DAILY_BUDGET","since":0}]' ${row}`,
      ),
    ).toEqual(['Runner runs']);
  });

  test('finds more given back than was spent, and counts what it does not list', async () => {
    const { brand, campaign } = await aSpender();
    const entry = await world.aSpend(campaign.id, '5');
    await world.rows(
      `insert into spend_entry (agency_id, id, brand_id, campaign_id, kind, amount_micros, event_id,
         source, occurred_at, recorded_at, day, while_blocked, refund_of)
       select agency_id, gen_random_uuid(), brand_id, campaign_id, 'REFUND', -3000000, 'by hand ' || n,
         'hand', occurred_at, recorded_at, day - n, false, id
       from spend_entry, generate_series(0, 150) n where id = $1`,
      [entry.id],
    );
    const report = await verifyCounters(world.kernel);
    expect(report.unsoundEntries.rows).toHaveLength(MAX_EXAMPLES);
    expect(report.unsoundEntries.total).toBe(151);
    expect(report.unsoundEntries.rows.map(({ flaw }) => flaw)).toContain('OVER_REFUNDED');
    expect(report.wrongCounters.rows.map(({ ownerId }) => ownerId)).toContain(brand.id);
  });
});
