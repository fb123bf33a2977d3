import { describe, expect, test } from '@jest/globals';
import { EMPTY_TOTALS } from '../../../src/domain/budget/tally.js';
import type { DaypartingWindow } from '../../../src/domain/schedule/window.js';
import { formatInstant } from '../../../src/domain/time/instant.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import type { CreateCampaignRequest } from '../../../src/services/campaigns/campaign-requests.js';
import { createCampaign } from '../../../src/services/campaigns/create-campaign.js';
import { updateCampaign } from '../../../src/services/campaigns/update-campaign.js';
import { accepted, refusals } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { brandPatch, campaignPatch, campaignRequest } from '../../support/requests.js';
import { START, useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const MORNINGS: DaypartingWindow = { days: ['WEDNESDAY'], startMinute: 480, endMinute: 720 };

type Details = Partial<CreateCampaignRequest> & { readonly brandId: string };

function create(details: Details, caller = world.caller) {
  return createCampaign(world.kernel, caller, campaignRequest(details));
}

async function countCampaigns(): Promise<number> {
  const sql = 'select 1 from campaign where agency_id = $1';
  return (await world.rows(sql, [world.caller.agencyId])).length;
}

async function archive(brandId: string): Promise<void> {
  const patch = brandPatch({ id: brandId, status: 'ARCHIVED' });
  accepted(await updateBrand(world.kernel, world.caller, patch));
}

describe('a new campaign', () => {
  test('is what was asked for, and is read as it was answered', async () => {
    const { brand } = await world.aBrand();
    const night: DaypartingWindow = {
      days: ['SUNDAY', 'FRIDAY'],
      startMinute: 1320,
      endMinute: 120,
    };
    const day: DaypartingWindow = { days: ['WEDNESDAY'], startMinute: 0, endMinute: 0 };
    const snapshot = await world.aCampaign({
      brandId: brand.id,
      name: ` It's "?" \\ $1 🎈 `,
      externalId: 'crm-1',
      dailyBudget: '12.5',
      monthlyBudget: '100',
      startsAt: instant('2026-07-01T00:00Z'),
      endsAt: instant('2026-08-01T00:00Z'),
      windows: [night, day],
    });
    expect(snapshot).toMatchObject({
      brand,
      totals: EMPTY_TOTALS,
      brandTotals: EMPTY_TOTALS,
      at: instant(START),
      campaign: {
        agencyId: world.caller.agencyId,
        brandId: brand.id,
        name: `It's "?" \\ $1 🎈`,
        externalId: 'crm-1',
        desiredStatus: 'ACTIVE',
        dailyBudgetMicros: 12_500_000n,
        monthlyBudgetMicros: 100_000_000n,
        windows: [{ ...night, days: ['FRIDAY', 'SUNDAY'] }, day],
        createdAt: instant(START),
        updatedAt: instant(START),
        version: 1,
        state: { status: 'ACTIVE', statusSince: instant(START), blockers: [] },
      },
    });
    expect(await world.campaignNow(snapshot.campaign.id)).toEqual(snapshot);
  });

  test.each<[string, Partial<CreateCampaignRequest>, { status: string; next: string | null }]>([
    ['paused by hand', { desiredStatus: 'PAUSED' }, { status: 'PAUSED MANUAL_PAUSE', next: null }],
    [
      'to begin later',
      { startsAt: instant('2026-07-16T00:00Z') },
      { status: 'INACTIVE NOT_STARTED', next: '2026-07-16T00:00:00.000Z' },
    ],
    [
      'over already',
      { endsAt: instant('2026-07-15T12:00Z') },
      { status: 'INACTIVE ENDED', next: null },
    ],
    [
      'out of its windows',
      { windows: [MORNINGS] },
      { status: 'INACTIVE OUTSIDE_SCHEDULE', next: '2026-07-22T08:00:00.000Z' },
    ],
  ])('that is %s begins so, which is no change of status', async (_, details, expected) => {
    const { brand } = await world.aBrand();
    const { campaign } = await world.aCampaign({ brandId: brand.id, ...details });
    const { state } = campaign;
    const status = [state.status, ...state.blockers.map(({ code }) => code)].join(' ');
    const { nextTransitionAt } = state;
    const next = nextTransitionAt === null ? null : formatInstant(nextTransitionAt);
    expect({ status, next }).toEqual(expected);
    expect(state.statusSince).toBe(campaign.createdAt);
    expect(state.blockers).toMatchObject([{ since: campaign.createdAt }]);
    expect(await world.changesOf(campaign.id)).toEqual([]);
    expect(world.announcements).toBe(0);
  });

  test('is held by the exhausted cap and the pause of its brand from the beginning', async () => {
    const { brand } = await world.aBrand({ dailyBudget: '10' });
    const first = await world.aCampaign({ brandId: brand.id });
    await world.aSpend(first.campaign.id, '10');
    const pause = brandPatch({ id: brand.id, status: 'PAUSED' });
    accepted(await updateBrand(world.kernel, world.caller, pause));
    const second = await world.aCampaign({ brandId: brand.id });
    expect(second.campaign.state.blockers.map(({ code }) => code)).toEqual([
      'BRAND_PAUSED',
      'BRAND_DAILY_BUDGET',
    ]);
    expect(second.brandTotals.day.trueSpentMicros).toBe(10_000_000n);
  });

  test('after midnight belongs to the new day of its brand', async () => {
    const { brand } = await world.aBrand({ dailyBudget: '10' });
    const first = await world.aCampaign({ brandId: brand.id });
    await world.aSpend(first.campaign.id, '10');
    world.at('2026-07-16T00:00Z');
    const second = await world.aCampaign({ brandId: brand.id });
    expect(second.brand.day.date).toBe('2026-07-16');
    expect(second.campaign.state.status).toBe('ACTIVE');
    expect((await world.changesOf(first.campaign.id)).at(-1)).toMatchObject({
      turn: 'PAUSED -> ACTIVE',
      by: null,
    });
  });

  test('costs one statement more with a schedule, however many windows it has', async () => {
    const { brand } = await world.aBrand();
    const windows = Array.from({ length: 100 }, (_, i) => ({
      days: ['MONDAY', 'SUNDAY'] as const,
      startMinute: i * 10,
      endMinute: i * 10 + 5,
    }));
    const plain = await world.statementsOf(() => create({ brandId: brand.id }));
    const scheduled = await world.statementsOf(() => create({ brandId: brand.id, windows }));
    expect(scheduled.length).toBe(plain.length + 1);
  });
});

describe('the fields of a new campaign', () => {
  test.each<[string, Partial<CreateCampaignRequest>, string[]]>([
    ['an unknown brand', { brandId: UNKNOWN, name: '' }, ['input.brandId NOT_FOUND']],
    ['an empty name', { name: '\t' }, ['input.name INVALID']],
    [
      'an externalId of 129 characters',
      { externalId: 'x'.repeat(129) },
      ['input.externalId INVALID'],
    ],
    ['an empty key', { idempotencyKey: '' }, ['input.idempotencyKey INVALID']],
    ['ARCHIVED from the beginning', { desiredStatus: 'ARCHIVED' }, ['input.desiredStatus INVALID']],
    ['no money', { dailyBudget: '0' }, ['input.dailyBudget OUT_OF_RANGE']],
    ['a decimal of yens', { monthlyBudget: '1.5' }, ['input.monthlyBudget TOO_PRECISE']],
    ['an end at its beginning', { startsAt: 5, endsAt: 5 }, ['input.endsAt INVALID']],
    ['an end before its beginning', { startsAt: 5, endsAt: 4 }, ['input.endsAt INVALID']],
    [
      'a window without days',
      { windows: [MORNINGS, { ...MORNINGS, days: [] }] },
      ['input.windows.1.days INVALID'],
    ],
    [
      'a window from 24:00',
      { windows: [{ ...MORNINGS, startMinute: 1440 }] },
      ['input.windows.0.start INVALID'],
    ],
    [
      'windows that overlap',
      { windows: [MORNINGS, { ...MORNINGS, startMinute: 719, endMinute: 0 }] },
      ['input.windows.1 OVERLAPPING_WINDOWS'],
    ],
    [
      'more than 100 windows',
      { windows: Array.from({ length: 101 }, () => MORNINGS) },
      ['input.windows TOO_MANY'],
    ],
    [
      'many flaws at once',
      { name: '', desiredStatus: 'ARCHIVED', dailyBudget: '-1', startsAt: 9, endsAt: 9 },
      [
        'input.name INVALID',
        'input.desiredStatus INVALID',
        'input.dailyBudget OUT_OF_RANGE',
        'input.endsAt INVALID',
      ],
    ],
  ])('are refused for %s, and nothing is made', async (_, details, expected) => {
    const { brand } = await world.aBrand({ currency: 'JPY' });
    expect(refusals(await create({ brandId: brand.id, ...details }))).toEqual(expected);
    expect(await countCampaigns()).toBe(0);
  });

  test('may not name a brand that is archived or of another agency', async () => {
    const { brand } = await world.aBrand();
    const stranger = await world.aStranger();
    const theirs = await create({ brandId: brand.id }, stranger);
    expect(refusals(theirs)).toEqual(['input.brandId NOT_FOUND']);
    await archive(brand.id);
    expect(refusals(await create({ brandId: brand.id }))).toEqual(['input.brandId ARCHIVED']);
  });

  test('may not have an externalId that another campaign has, archived or not', async () => {
    const { brand } = await world.aBrand();
    const elsewhere = await world.aBrand();
    const { campaign } = await world.aCampaign({
      brandId: elsewhere.brand.id,
      externalId: 'crm-1',
    });
    const again = { brandId: brand.id, externalId: 'crm-1' };
    expect(refusals(await create(again))).toEqual(['input.externalId TAKEN']);
    const patch = campaignPatch({ id: campaign.id, desiredStatus: 'ARCHIVED' });
    accepted(await updateCampaign(world.kernel, world.caller, patch));
    expect(refusals(await create(again))).toEqual(['input.externalId TAKEN']);
  });

  test('give an externalId to one of many that ask at the same moment, in whichever brand', async () => {
    const brands = await Promise.all([world.aBrand(), world.aBrand(), world.aBrand()]);
    const outcomes = await Promise.all(
      [...brands, ...brands, ...brands].map(({ brand }) =>
        create({ brandId: brand.id, externalId: 'crm-1' }),
      ),
    );
    const refused = outcomes.filter(({ ok }) => !ok);
    expect(refused.flatMap(refusals)).toEqual(Array(8).fill('input.externalId TAKEN'));
    expect(await countCampaigns()).toBe(1);
  });
});
