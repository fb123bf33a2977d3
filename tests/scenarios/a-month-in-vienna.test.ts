import { beforeAll, describe, expect, test } from '@jest/globals';
import { BrandSpendUpdatedDocument } from '../generated/graphql.js';
import { useScenario } from '../support/scenario/scenario.js';
import { Story } from '../support/scenario/story.js';
import { usageLine } from '../support/scenario/texts.js';
import {
  aBrandInVienna,
  officeCloses,
  officeOpens,
  type Vienna,
  VIENNA_START,
} from '../support/scenario/vienna.js';

const scenario = useScenario({ clock: VIENNA_START, lasts: 'THE_FILE' });

let brand: Vienna['brand'];
let always: Vienna['always'];
let office: Vienna['office'];
let night: Vienna['night'];
let story: Story;

beforeAll(async () => {
  ({ brand, always, office, night } = await aBrandInVienna(scenario));
  story = new Story(scenario, await scenario.watchChanges({ brandId: brand.id }));
  await story.at(VIENNA_START);
});

describe('Saturday, 28 March', () => {
  test('spend up to the cap pauses until midnight; spend over it counts; refunds give it back', async () => {
    await scenario.spend(always, '60');
    const { entry, campaign } = await scenario.spend(always, '39.999999');
    expect(campaign.status).toBe('ACTIVE');
    const last = await scenario.spend(always, '0.000001');
    expect(last).toMatchObject({ campaign: { status: 'PAUSED' }, entry: { whileBlocked: false } });
    await story.hears('SPEND by First key', 'always: ACTIVE -> PAUSED DAILY_BUDGET');
    const over = await scenario.spend(always, '5');
    expect(over.entry).toMatchObject({ whileBlocked: true, day: '2026-03-28' });
    expect(await scenario.state(always)).toEqual([
      'PAUSED since 2026-03-28T12:00Z, next 2026-03-28T23:00Z',
      'DAILY_BUDGET since 2026-03-28T12:00Z, clears 2026-03-28T23:00Z',
    ]);
    await story.at('2026-03-28T12:30:00Z');
    expect((await scenario.refund(over.entry, '5')).campaign.status).toBe('PAUSED');
    await scenario.refund(entry, '0.000001');
    await story.hears('SPEND by First key', 'always: PAUSED DAILY_BUDGET -> ACTIVE');
    expect(await scenario.state(always)).toEqual(['ACTIVE since 2026-03-28T12:30Z, next never']);
  });

  test('a raise to what is spent helps nothing, a higher one does, until the cap is lowered', async () => {
    await story.at('2026-03-28T13:00:00Z');
    await scenario.spend(always, '10.000001');
    await story.hears('SPEND by First key', 'always: ACTIVE -> PAUSED DAILY_BUDGET');
    const raised = await scenario.updateCampaign(always, { dailyBudget: '110' });
    expect(raised).toMatchObject({ status: 'PAUSED', version: 2, today: { utilization: 1 } });
    await scenario.updateCampaign(always, { dailyBudget: '150' });
    await story.hears('BUDGET_CHANGE by First key', 'always: PAUSED DAILY_BUDGET -> ACTIVE');
    await scenario.updateCampaign(always, { dailyBudget: '110' });
    await story.hears('BUDGET_CHANGE by First key', 'always: ACTIVE -> PAUSED DAILY_BUDGET');
  });

  test('a pause by hand comes first and moves the status no further', async () => {
    await story.at('2026-03-28T14:00:00Z');
    await scenario.pause(always);
    await story.hears(
      'USER by First key',
      'always: PAUSED DAILY_BUDGET -> PAUSED MANUAL_PAUSE+DAILY_BUDGET',
    );
    expect(await scenario.state(always)).toEqual([
      'PAUSED since 2026-03-28T13:00Z, next 2026-03-28T23:00Z',
      'MANUAL_PAUSE since 2026-03-28T14:00Z, clears never',
      'DAILY_BUDGET since 2026-03-28T13:00Z, clears 2026-03-28T23:00Z',
    ]);
  });
});

describe('Sunday, 29 March, a day of 23 hours', () => {
  test('midnight clears the budget and not the pause', async () => {
    await story.at('2026-03-28T22:59:59.999Z');
    expect(await scenario.today(brand)).toBe('2026-03-27T23:00Z to 2026-03-28T23:00Z: 110 of 150');
    await story.at('2026-03-28T23:00:00Z');
    expect(await scenario.state(always)).toEqual([
      'PAUSED since 2026-03-28T13:00Z, next never',
      'MANUAL_PAUSE since 2026-03-28T14:00Z, clears never',
    ]);
    expect(await scenario.today(brand)).toBe('2026-03-28T23:00Z to 2026-03-29T22:00Z: 0 of 150');
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-03-28: 110 of 150, closed 2026-03-28T23:00Z',
    ]);
  });

  test('spend of the day before counts there, though it comes late', async () => {
    await story.at('2026-03-28T23:30:00Z');
    const occurredAt = '2026-03-28T22:59:59.999Z';
    const { entry, campaign } = await scenario.spend(always, '4', { occurredAt });
    expect(entry).toMatchObject({ day: '2026-03-28', whileBlocked: true });
    expect(campaign.today.spent.amount).toBe('0');
    expect(campaign.thisMonth.spent.amount).toBe('114');
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-03-28: 110 of 150, closed 2026-03-28T23:00Z, restated 114',
    ]);
  });

  test('the hour that is skipped has no spend and no place in the series', async () => {
    await story.at('2026-03-29T00:30:00Z');
    await scenario.activate(always);
    await story.hears('USER by First key', 'always: PAUSED MANUAL_PAUSE -> ACTIVE');
    await scenario.spend(always, '15');
    await story.at('2026-03-29T01:30:00Z');
    await scenario.spend(always, '25');
    const night = { from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z' };
    const hours = await scenario.series(brand, { granularity: 'HOUR', ...night });
    expect(hours).toHaveLength(23);
    expect(hours.filter((line) => !line.endsWith(' 0'))).toEqual([
      '2026-03-29T00:00Z 15',
      '2026-03-29T01:00Z 25',
    ]);
  });
});

describe('Monday, 30 March', () => {
  test('the week begins at 09:00, an hour earlier in UTC than a week ago', async () => {
    await story.at('2026-03-30T06:59:59.999Z');
    expect((await scenario.campaign(office)).status).toBe('INACTIVE');
    await officeOpens(story, '2026-03-30');
    expect(await scenario.state(office)).toEqual([
      'ACTIVE since 2026-03-30T07:00Z, next 2026-03-30T15:00Z',
    ]);
  });

  test("two campaigns under their own caps reach the brand's together: all of it stops", async () => {
    const totals = await scenario.watch(BrandSpendUpdatedDocument, { brandId: brand.id });
    await story.at('2026-03-30T08:00:00Z');
    await scenario.spend(always, '100');
    const { entry } = await scenario.spend(office, '50');
    await story.hears(
      'SPEND by First key',
      'always: ACTIVE -> PAUSED BRAND_DAILY_BUDGET',
      'office: ACTIVE -> PAUSED BRAND_DAILY_BUDGET',
      'night: INACTIVE OUTSIDE_SCHEDULE -> PAUSED BRAND_DAILY_BUDGET+OUTSIDE_SCHEDULE',
    );
    await totals.until(({ brandSpendUpdated }) => brandSpendUpdated.today.utilization === 1);
    totals.end();
    expect(await scenario.state(office)).toEqual([
      'PAUSED since 2026-03-30T08:00Z, next 2026-03-30T15:00Z',
      'BRAND_DAILY_BUDGET since 2026-03-30T08:00Z, clears 2026-03-30T22:00Z',
    ]);
    expect(await scenario.state(night)).toEqual([
      'PAUSED since 2026-03-30T08:00Z, next 2026-03-30T22:00Z',
      'BRAND_DAILY_BUDGET since 2026-03-30T08:00Z, clears 2026-03-30T22:00Z',
      'OUTSIDE_SCHEDULE since 2026-03-28T12:00Z, clears 2026-04-03T20:00Z',
    ]);
    await story.at('2026-03-30T09:00:00Z');
    await scenario.refund(entry, '10');
    await story.hears(
      'SPEND by First key',
      'always: PAUSED BRAND_DAILY_BUDGET -> ACTIVE',
      'office: PAUSED BRAND_DAILY_BUDGET -> ACTIVE',
      'night: PAUSED BRAND_DAILY_BUDGET+OUTSIDE_SCHEDULE -> INACTIVE OUTSIDE_SCHEDULE',
    );
  });

  test("a raise of the brand's cap frees whom no cap of its own holds", async () => {
    await story.at('2026-03-30T09:30:00Z');
    await scenario.spend(office, '40');
    await story.hears(
      'SPEND by First key',
      'always: ACTIVE -> PAUSED BRAND_DAILY_BUDGET',
      'office: ACTIVE -> PAUSED BRAND_DAILY_BUDGET+DAILY_BUDGET',
      'night: INACTIVE OUTSIDE_SCHEDULE -> PAUSED BRAND_DAILY_BUDGET+OUTSIDE_SCHEDULE',
    );
    await story.at('2026-03-30T10:00:00Z');
    await scenario.updateBrand(brand, { dailyBudget: '200' });
    await story.hears(
      'BUDGET_CHANGE by First key',
      'always: PAUSED BRAND_DAILY_BUDGET -> ACTIVE',
      'office: PAUSED BRAND_DAILY_BUDGET+DAILY_BUDGET -> PAUSED DAILY_BUDGET',
      'night: PAUSED BRAND_DAILY_BUDGET+OUTSIDE_SCHEDULE -> INACTIVE OUTSIDE_SCHEDULE',
    );
    expect(await scenario.state(office)).toEqual([
      'PAUSED since 2026-03-30T09:30Z, next 2026-03-30T15:00Z',
      'DAILY_BUDGET since 2026-03-30T09:30Z, clears 2026-03-30T22:00Z',
    ]);
  });

  test('the end of the window is heard of at midnight, when it is all that is left', async () => {
    await story.at('2026-03-30T15:00:00Z');
    expect(await scenario.state(office)).toEqual([
      'PAUSED since 2026-03-30T09:30Z, next 2026-03-30T22:00Z',
      'DAILY_BUDGET since 2026-03-30T09:30Z, clears 2026-03-30T22:00Z',
      'OUTSIDE_SCHEDULE since 2026-03-30T15:00Z, clears 2026-03-31T07:00Z',
    ]);
    await story.at('2026-03-30T22:00:00Z');
    await story.hears(
      'BUDGET_RESET by nobody',
      'office: PAUSED DAILY_BUDGET+OUTSIDE_SCHEDULE -> INACTIVE OUTSIDE_SCHEDULE',
    );
    expect(await scenario.state(office)).toEqual([
      'INACTIVE since 2026-03-30T22:00Z, next 2026-03-31T07:00Z',
      'OUTSIDE_SCHEDULE since 2026-03-30T15:00Z, clears 2026-03-31T07:00Z',
    ]);
  });
});

describe('Tuesday, 31 March, the last day of the month', () => {
  test('first a campaign has spent its month, then the brand has', async () => {
    await story.at('2026-03-31T06:00:00Z');
    await scenario.spend(always, '46');
    await story.hears('SPEND by First key', 'always: ACTIVE -> PAUSED MONTHLY_BUDGET');
    await officeOpens(story, '2026-03-31');
    await story.at('2026-03-31T08:00:00Z');
    await scenario.spend(office, '20');
    await story.hears(
      'SPEND by First key',
      'always: PAUSED MONTHLY_BUDGET -> PAUSED BRAND_MONTHLY_BUDGET+MONTHLY_BUDGET',
      'office: ACTIVE -> PAUSED BRAND_MONTHLY_BUDGET',
      'night: INACTIVE OUTSIDE_SCHEDULE -> PAUSED BRAND_MONTHLY_BUDGET+OUTSIDE_SCHEDULE',
    );
    expect(await scenario.state(always)).toEqual([
      'PAUSED since 2026-03-31T06:00Z, next 2026-03-31T22:00Z',
      'BRAND_MONTHLY_BUDGET since 2026-03-31T08:00Z, clears 2026-03-31T22:00Z',
      'MONTHLY_BUDGET since 2026-03-31T06:00Z, clears 2026-03-31T22:00Z',
    ]);
  });

  test('a pause of the brand comes before its budgets', async () => {
    await story.at('2026-03-31T16:00:00Z');
    await scenario.updateBrand(brand, { status: 'PAUSED' });
    await story.hears(
      'USER by First key',
      'always: PAUSED BRAND_MONTHLY_BUDGET+MONTHLY_BUDGET -> PAUSED BRAND_PAUSED+BRAND_MONTHLY_BUDGET+MONTHLY_BUDGET',
      'office: PAUSED BRAND_MONTHLY_BUDGET+OUTSIDE_SCHEDULE -> PAUSED BRAND_PAUSED+BRAND_MONTHLY_BUDGET+OUTSIDE_SCHEDULE',
      'night: PAUSED BRAND_MONTHLY_BUDGET+OUTSIDE_SCHEDULE -> PAUSED BRAND_PAUSED+BRAND_MONTHLY_BUDGET+OUTSIDE_SCHEDULE',
    );
  });
});

describe('April', () => {
  test('the new month clears every budget and leaves the pause', async () => {
    await story.at('2026-04-01T08:00:00Z');
    expect(await scenario.state(always)).toEqual([
      'PAUSED since 2026-03-31T06:00Z, next never',
      'BRAND_PAUSED since 2026-03-31T16:00Z, clears never',
    ]);
    expect(await scenario.state(office)).toEqual([
      'PAUSED since 2026-03-31T08:00Z, next 2026-04-01T15:00Z',
      'BRAND_PAUSED since 2026-03-31T16:00Z, clears never',
    ]);
    expect(usageLine((await scenario.brand(brand)).thisMonth)).toBe(
      '2026-03-31T22:00Z to 2026-04-30T22:00Z: 0 of 400',
    );
    await scenario.updateBrand(brand, { status: 'ACTIVE' });
    await story.hears(
      'USER by First key',
      'always: PAUSED BRAND_PAUSED -> ACTIVE',
      'office: PAUSED BRAND_PAUSED -> ACTIVE',
      'night: PAUSED BRAND_PAUSED+OUTSIDE_SCHEDULE -> INACTIVE OUTSIDE_SCHEDULE',
    );
  });

  test('a night that is exhausted at 23:00 goes on at midnight, until 02:00', async () => {
    await officeCloses(story, '2026-04-01');
    for (const date of ['2026-04-02', '2026-04-03']) {
      await officeOpens(story, date);
      await officeCloses(story, date);
    }
    await story.at('2026-04-03T20:00:00Z');
    await story.hears('SCHEDULE by nobody', 'night: INACTIVE OUTSIDE_SCHEDULE -> ACTIVE');
    await story.at('2026-04-03T21:00:00Z');
    await scenario.spend(night, '50');
    await story.hears('SPEND by First key', 'night: ACTIVE -> PAUSED DAILY_BUDGET');
    expect(await scenario.state(night)).toEqual([
      'PAUSED since 2026-04-03T21:00Z, next 2026-04-03T22:00Z',
      'DAILY_BUDGET since 2026-04-03T21:00Z, clears 2026-04-03T22:00Z',
    ]);
    await story.at('2026-04-03T22:00:00Z');
    await story.hears('BUDGET_RESET by nobody', 'night: PAUSED DAILY_BUDGET -> ACTIVE');
    expect(await scenario.state(night)).toEqual([
      'ACTIVE since 2026-04-03T22:00Z, next 2026-04-04T00:00Z',
    ]);
    await story.at('2026-04-04T00:00:00Z');
    await story.hears('SCHEDULE by nobody', 'night: ACTIVE -> INACTIVE OUTSIDE_SCHEDULE');
  });

  test('the history is what was heard, and every day and month was closed once', async () => {
    for (const campaign of [always, office, night]) {
      expect(await scenario.history(campaign)).toEqual(story.heardOf(campaign.name));
    }
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-03-28: 110 of 150, closed 2026-03-28T23:00Z, restated 114',
      'DAY 2026-03-29: 40 of 150, closed 2026-03-29T22:00Z',
      'DAY 2026-03-30: 180 of 200, closed 2026-03-30T22:00Z',
      'DAY 2026-03-31: 66 of 200, closed 2026-03-31T22:00Z',
      'MONTH 2026-03-01: 400 of 400, closed 2026-03-31T22:00Z',
      'DAY 2026-04-01: 0 of 200, closed 2026-04-01T22:00Z',
      'DAY 2026-04-02: 0 of 200, closed 2026-04-02T22:00Z',
      'DAY 2026-04-03: 50 of 200, closed 2026-04-03T22:00Z',
    ]);
  });
});
