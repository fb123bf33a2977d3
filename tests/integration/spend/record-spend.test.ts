import { describe, expect, test } from '@jest/globals';
import { countedMicros } from '../../../src/domain/budget/tally.js';
import { codesOf } from '../../../src/domain/campaign/transition.js';
import { findCampaign } from '../../../src/services/campaigns/find-campaign.js';
import { recordSpend } from '../../../src/services/spend/record-spend.js';
import type { RecordSpendRequest } from '../../../src/services/spend/spend-requests.js';
import { accepted, refusals } from '../../support/accepted.js';
import { units } from '../../support/facts.js';
import { instant } from '../../support/instants.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

function spend(campaignId: string, request: Partial<RecordSpendRequest> = {}) {
  return recordSpend(world.kernel, world.caller, {
    campaignId,
    campaignExternalId: null,
    amount: '1',
    currency: null,
    eventId: 'event',
    source: 'api',
    occurredAt: null,
    ...request,
  });
}

async function aCampaign(details: object = {}, brandDetails: object = {}) {
  const { brand } = await world.aBrand(brandDetails);
  const { campaign } = await world.aCampaign({ brandId: brand.id, ...details });
  return campaign;
}

async function now(id: string) {
  const snapshot = await findCampaign(world.kernel, world.caller, { id });
  if (!snapshot) throw new Error('no such campaign');
  return snapshot;
}

describe('a spend', () => {
  test('that exhausts the cap pauses the campaign in the same transaction', async () => {
    const { id } = await aCampaign({ dailyBudget: '100' });
    await world.aSpend(id, '99.999999');
    expect((await now(id)).campaign.state.status).toBe('ACTIVE');
    const { campaign: after } = accepted(await spend(id, { amount: '0.000001' }));
    expect(codesOf(after.campaign.state)).toEqual(['DAILY_BUDGET']);
    expect(after.totals.day.trueSpentMicros).toBe(units(100));
    expect(await now(id)).toEqual(after);
  });

  test('of 200 at once on one cap is recorded each time, and pauses once', async () => {
    const { id } = await aCampaign({ dailyBudget: '100' });
    await Promise.all(Array.from({ length: 200 }, () => world.aSpend(id, '1')));
    const { campaign, totals } = await now(id);
    expect(totals.day.trueSpentMicros).toBe(units(200));
    expect(campaign.state.status).toBe('PAUSED');
    const changes = await world.rows('select * from status_change where campaign_id = $1', [id]);
    expect(changes).toMatchObject([
      { from_status: 'ACTIVE', to_status: 'PAUSED', cause: 'SPEND', actor_name: 'Ada' },
    ]);
  });

  test('takes its siblings along when both together exhaust the brand', async () => {
    const { brand } = await world.aBrand({ dailyBudget: '100' });
    const one = await world.aCampaign({ brandId: brand.id, dailyBudget: '90' });
    const two = await world.aCampaign({ brandId: brand.id, dailyBudget: '90' });
    await world.aSpend(one.campaign.id, '60');
    await world.aSpend(two.campaign.id, '40');
    for (const { campaign } of [one, two]) {
      expect(codesOf((await now(campaign.id)).campaign.state)).toEqual(['BRAND_DAILY_BUDGET']);
    }
  });

  test('is recorded whatever the campaign does, and says that it was blocked', async () => {
    const { id } = await aCampaign({ dailyBudget: '1' });
    const first = await world.aSpend(id, '1');
    const second = await world.aSpend(id, '1');
    expect([first.whileBlocked, second.whileBlocked]).toEqual([false, true]);
    const early = accepted(
      await spend(id, { eventId: 'early', occurredAt: instant('2026-07-15T11:00:00Z') }),
    );
    expect(early.entry.whileBlocked).toBe(false);
  });

  test('of before midnight that arrives after it counts yesterday and leaves today alone', async () => {
    const { id } = await aCampaign({ dailyBudget: '10' });
    world.at('2026-07-16T00:00:05Z');
    const entry = await world.aSpend(id, '10', { occurredAt: instant('2026-07-15T23:59:59.999Z') });
    const { campaign, totals } = await now(id);
    expect(entry.day).toBe('2026-07-15');
    expect(countedMicros(totals.day)).toBe(0n);
    expect(countedMicros(totals.month)).toBe(units(10));
    expect(campaign.state.status).toBe('ACTIVE');
  });

  test('of last month does not touch this month', async () => {
    const { id } = await aCampaign({ monthlyBudget: '10' });
    await world.aSpend(id, '10', { occurredAt: instant('2026-06-30T12:00:00Z') });
    expect((await now(id)).totals.month.trueSpentMicros).toBe(0n);
  });

  test('up to five minutes ahead counts in the current day, never tomorrow', async () => {
    const { id } = await aCampaign();
    world.at('2026-07-15T23:59:00Z');
    const entry = await world.aSpend(id, '1', { occurredAt: instant('2026-07-16T00:03:00Z') });
    expect(entry.day).toBe('2026-07-15');
  });

  test('that is the first of a day closes the days before and wakes the campaign first', async () => {
    const { id } = await aCampaign({ dailyBudget: '10' });
    await world.aSpend(id, '10');
    world.at('2026-07-17T08:00:00Z');
    const { campaign } = accepted(await spend(id));
    expect(campaign.campaign.state.status).toBe('ACTIVE');
    const closes = await world.rows(
      'select date, spent_micros from period_close where brand_id = $1 order by period_end',
      [campaign.brand.id],
    );
    expect(closes).toEqual([
      { date: '2026-07-15', spent_micros: '10000000' },
      { date: '2026-07-16', spent_micros: '0' },
    ]);
    const [woken] = await world.rows(
      'select cause, at, actor_kind from status_change where campaign_id = $1 order by id desc',
      [id],
    );
    expect(woken).toEqual({
      cause: 'BUDGET_RESET',
      at: instant('2026-07-16T00:00:00Z'),
      actor_kind: null,
    });
  });
});

describe('the same event', () => {
  test('50 times in parallel makes one row', async () => {
    const { id } = await aCampaign();
    const answers = await Promise.all(Array.from({ length: 50 }, () => spend(id)));
    const recorded = answers.map(accepted);
    expect(recorded.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(recorded.map(({ entry }) => entry.id)).size).toBe(1);
    expect((await now(id)).totals.day.trueSpentMicros).toBe(units(1));
  });

  test('with other content is a conflict and changes nothing', async () => {
    const { id } = await aCampaign();
    const other = await aCampaign();
    accepted(await spend(id));
    const conflict = ['input.eventId IDEMPOTENCY_CONFLICT'];
    expect(refusals(await spend(id, { amount: '2' }))).toEqual(conflict);
    expect(refusals(await spend(other.id))).toEqual(conflict);
    expect(refusals(await spend(id, { occurredAt: instant('2026-07-15T11:00:00Z') }))).toEqual(
      conflict,
    );
    expect(accepted(await spend(id, { amount: '1.000' })).duplicate).toBe(true);
    expect((await now(id)).totals.day.trueSpentMicros).toBe(units(1));
  });

  test('from another source is another event', async () => {
    const { id } = await aCampaign();
    accepted(await spend(id));
    expect(accepted(await spend(id, { source: 'ads' })).duplicate).toBe(false);
  });

  test('is a duplicate after 36 days, not too late', async () => {
    const { id } = await aCampaign();
    const occurredAt = instant('2026-07-15T11:00:00Z');
    accepted(await spend(id, { occurredAt }));
    world.at('2026-08-20T12:00:00Z');
    expect(accepted(await spend(id, { occurredAt })).duplicate).toBe(true);
    expect(refusals(await spend(id, { occurredAt, eventId: 'new' }))).toEqual([
      'input.occurredAt TOO_LATE',
    ]);
  });
});

describe('a refused spend', () => {
  test.each([
    [
      'no such campaign',
      { campaignId: '00000000-0000-0000-0000-000000000000' },
      'campaignId NOT_FOUND',
    ],
    ['no campaign', { campaignId: null }, 'campaignId REQUIRED'],
    ['two campaigns', { campaignExternalId: 'x' }, 'campaignExternalId INVALID'],
    ['too many decimals', { amount: '0.0000001' }, 'amount TOO_PRECISE'],
    ['zero', { amount: '0' }, 'amount OUT_OF_RANGE'],
    ['a negative amount', { amount: '-1' }, 'amount OUT_OF_RANGE'],
    ['10^12', { amount: '1000000000000' }, 'amount OUT_OF_RANGE'],
    ['another currency', { currency: 'USD' }, 'currency CURRENCY_MISMATCH'],
    ['an empty eventId', { eventId: '' }, 'eventId INVALID'],
    ['an eventId that is too long', { eventId: 'x'.repeat(129) }, 'eventId INVALID'],
    ['an eventId that is not ASCII', { eventId: 'é' }, 'eventId INVALID'],
    ['a source that is too long', { source: 'x'.repeat(65) }, 'source INVALID'],
    ['the future', { occurredAt: instant('2026-07-15T12:05:00.001Z') }, 'occurredAt IN_THE_FUTURE'],
    ['the far past', { occurredAt: instant('2026-06-10T11:59:59.999Z') }, 'occurredAt TOO_LATE'],
  ])('with %s names its field and code, and records nothing', async (_, request, expected) => {
    const { id } = await aCampaign();
    expect(refusals(await spend(id, request))).toEqual([`input.${expected}`]);
    expect((await now(id)).totals.month.trueSpentMicros).toBe(0n);
  });

  test('past what a counter holds is out of range, alone', async () => {
    const { id } = await aCampaign();
    for (let i = 0; i < 9; i += 1) await world.aSpend(id, '999999999999');
    const tooMuch = await spend(id, { amount: '999999999999' });
    expect(refusals(tooMuch)).toEqual(['input.amount OUT_OF_RANGE']);
    expect(accepted(await spend(id, { amount: '9' })).duplicate).toBe(false);
  });
});

test('a transaction of many spends costs as many statements as one of a few', async () => {
  const { brand } = await world.aBrand({ dailyBudget: '1000' });
  const campaigns = await Promise.all(
    Array.from({ length: 40 }, () => world.aCampaign({ brandId: brand.id, dailyBudget: '10' })),
  );
  const spendOn = (count: number) => () =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        world.aSpend(campaigns[i % campaigns.length]?.campaign.id ?? '', '1'),
      ),
    );
  const few = await world.statementsOf(spendOn(2));
  const many = await world.statementsOf(spendOn(400));
  expect(many).toHaveLength(few.length);
});
