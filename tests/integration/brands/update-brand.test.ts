import { describe, expect, test } from '@jest/globals';
import type { UpdateBrandRequest } from '../../../src/services/brands/brand-requests.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import { accepted, refusals } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { brandPatch } from '../../support/requests.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';

type Patch = Partial<UpdateBrandRequest> & { readonly id: string };

function update(patch: Patch, caller = world.caller) {
  return updateBrand(world.kernel, caller, brandPatch(patch));
}

async function updated(patch: Patch) {
  return accepted(await update(patch));
}

describe('an update of a brand', () => {
  test('makes the next version of what it names, and leaves the rest', async () => {
    const made = await world.aBrand({ externalId: 'crm-1', dailyBudget: '10' });
    world.at('2026-07-15T13:00Z');
    const snapshot = await updated({ id: made.brand.id, name: ' New ', monthlyBudget: '99.99' });
    expect(snapshot).toEqual({
      ...made,
      at: instant('2026-07-15T13:00Z'),
      brand: {
        ...made.brand,
        name: 'New',
        monthlyBudgetMicros: 99_990_000n,
        updatedAt: instant('2026-07-15T13:00Z'),
        version: 2,
      },
    });
    expect(await world.brandNow(made.brand.id)).toEqual(snapshot);
  });

  test('clears caps and the externalId with null', async () => {
    const details = { externalId: 'crm-1', dailyBudget: '10', monthlyBudget: '20' };
    const { brand } = await world.aBrand(details);
    const cleared = { externalId: null, dailyBudget: null, monthlyBudget: null };
    await updated({ id: brand.id, ...cleared });
    expect((await world.brandNow(brand.id)).brand).toMatchObject({
      externalId: null,
      dailyBudgetMicros: null,
      monthlyBudgetMicros: null,
      version: 2,
    });
  });

  test('to what is already so changes and writes nothing', async () => {
    const made = await world.aBrand({ externalId: 'crm-1', dailyBudget: '10' });
    world.at('2026-07-15T13:00Z');
    const patch = {
      id: made.brand.id,
      version: 1,
      name: made.brand.name,
      externalId: 'crm-1',
      timeZone: 'UTC',
      status: 'ACTIVE',
      dailyBudget: '10.00',
      monthlyBudget: null,
    } as const;
    const statements = await world.statementsOf(async () => {
      expect((await updated(patch)).brand).toEqual(made.brand);
    });
    expect(statements.filter((text) => /^\s*(insert|update|delete|with)/i.test(text))).toEqual([]);
  });

  test('of a name concerns no campaign, and loads none', async () => {
    const { brand } = await world.aBrand();
    await world.aCampaign({ brandId: brand.id });
    const rename = await world.statementsOf(() => updated({ id: brand.id, name: 'New' }));
    for (const name of ['b', 'c', 'd']) await world.aCampaign({ brandId: brand.id, name });
    const again = await world.statementsOf(() => updated({ id: brand.id, name: 'Newer' }));
    expect(again.length).toBe(rename.length);
  });

  test.each<[string, Partial<UpdateBrandRequest>, string[]]>([
    ['nothing to change', {}, ['input INVALID']],
    ['only a version', { version: 1 }, ['input INVALID']],
    ['another version', { version: 2, name: '' }, ['input.version VERSION_CONFLICT']],
    ['no name', { name: null }, ['input.name REQUIRED']],
    ['no zone', { timeZone: null }, ['input.timeZone REQUIRED']],
    ['no status', { status: null }, ['input.status REQUIRED']],
    ['an empty name', { name: '' }, ['input.name INVALID']],
    ['an empty externalId', { externalId: '' }, ['input.externalId INVALID']],
    ['an unknown zone', { timeZone: 'Mars/Base' }, ['input.timeZone INVALID']],
    ['a third decimal', { dailyBudget: '1.001' }, ['input.dailyBudget TOO_PRECISE']],
    ['no money', { monthlyBudget: '0' }, ['input.monthlyBudget OUT_OF_RANGE']],
    [
      'many flaws beside something sound',
      { name: null, status: 'PAUSED', dailyBudget: '-1', monthlyBudget: '0.001' },
      ['input.name REQUIRED', 'input.dailyBudget OUT_OF_RANGE', 'input.monthlyBudget TOO_PRECISE'],
    ],
  ])('is refused with %s, and nothing changes', async (_, patch, expected) => {
    const made = await world.aBrand();
    expect(refusals(await update({ id: made.brand.id, ...patch }))).toEqual(expected);
    expect(await world.brandNow(made.brand.id)).toEqual(made);
  });

  test('of what does not exist, or belongs to another agency, is NOT_FOUND', async () => {
    const { brand } = await world.aBrand();
    expect(refusals(await update({ id: UNKNOWN, name: '' }))).toEqual(['input.id NOT_FOUND']);
    const stranger = await world.aStranger();
    expect(refusals(await update({ id: brand.id, name: 'Mine' }, stranger))).toEqual([
      'input.id NOT_FOUND',
    ]);
  });

  test('lets one of many writers of the same version win', async () => {
    const { brand } = await world.aBrand();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, i) => update({ id: brand.id, version: 1, name: `N${i}` })),
    );
    const refused = outcomes.filter(({ ok }) => !ok);
    expect(refused.flatMap(refusals)).toEqual(Array(7).fill('input.version VERSION_CONFLICT'));
    expect((await world.brandNow(brand.id)).brand.version).toBe(2);
  });

  test('cannot take the externalId of another brand', async () => {
    await world.aBrand({ externalId: 'crm-1' });
    const { brand } = await world.aBrand({ externalId: 'crm-2' });
    const outcome = await update({ id: brand.id, name: 'New', externalId: 'crm-1' });
    expect(refusals(outcome)).toEqual(['input.externalId TAKEN']);
    expect((await world.brandNow(brand.id)).brand).toEqual(brand);
  });
});

describe("a brand's status", () => {
  test('pauses and resumes all its campaigns and leaves their own fields alone', async () => {
    const { brand } = await world.aBrand();
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    const paused = await world.aCampaign({ brandId: brand.id, desiredStatus: 'PAUSED' });
    world.at('2026-07-15T13:00Z');
    await updated({ id: brand.id, status: 'PAUSED' });
    expect((await world.campaignNow(campaign.id)).campaign).toEqual({
      ...campaign,
      state: {
        status: 'PAUSED',
        statusSince: instant('2026-07-15T13:00Z'),
        blockers: [{ code: 'BRAND_PAUSED', since: instant('2026-07-15T13:00Z') }],
        nextTransitionAt: null,
      },
    });
    world.at('2026-07-15T14:00Z');
    await updated({ id: brand.id, status: 'ACTIVE' });
    expect((await world.campaignNow(paused.campaign.id)).campaign).toEqual(paused.campaign);
    expect(await world.changesOf(campaign.id)).toEqual([
      {
        turn: 'ACTIVE -> PAUSED',
        blockers: ['BRAND_PAUSED'],
        cause: 'USER',
        by: 'Ada',
        at: instant('2026-07-15T13:00Z'),
      },
      {
        turn: 'PAUSED -> ACTIVE',
        blockers: [],
        cause: 'USER',
        by: 'Ada',
        at: instant('2026-07-15T14:00Z'),
      },
    ]);
    // What decides about the campaign paused by hand never changed.
    expect(await world.changesOf(paused.campaign.id)).toEqual([]);
    expect(world.announcements).toBe(2);
  });

  test('ARCHIVED takes its campaigns out of use without touching what is asked of them', async () => {
    const { brand } = await world.aBrand();
    const { campaign } = await world.aCampaign({ brandId: brand.id, desiredStatus: 'PAUSED' });
    await updated({ id: brand.id, status: 'ARCHIVED' });
    const archived = (await world.campaignNow(campaign.id)).campaign;
    expect(archived).toMatchObject({ desiredStatus: 'PAUSED', version: 1 });
    expect(archived.state).toMatchObject({
      status: 'INACTIVE',
      blockers: [{ code: 'ARCHIVED' }, { code: 'MANUAL_PAUSE' }],
      nextTransitionAt: null,
    });
  });

  test('ARCHIVED refuses every change but one that restores', async () => {
    const { brand } = await world.aBrand();
    const archived = await updated({ id: brand.id, status: 'ARCHIVED' });
    const attempts: Partial<UpdateBrandRequest>[] = [
      { name: 'New' },
      { name: '' },
      { dailyBudget: '1', externalId: 'k' },
      { status: 'ARCHIVED' },
      { status: null },
    ];
    for (const attempt of attempts) {
      expect(refusals(await update({ id: brand.id, ...attempt }))).toEqual(['input.id ARCHIVED']);
    }
    expect(await world.brandNow(brand.id)).toEqual(archived);
  });

  test.each(['ACTIVE', 'PAUSED'] as const)('%s restores, and may carry more', async (status) => {
    const { brand } = await world.aBrand();
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    await updated({ id: brand.id, status: 'ARCHIVED' });
    const flawed = { id: brand.id, status, name: '' };
    expect(refusals(await update(flawed))).toEqual(['input.name INVALID']);
    const restored = await updated({ id: brand.id, status, name: 'Back', dailyBudget: '5' });
    expect(restored.brand).toMatchObject({ status, name: 'Back', version: 3 });
    const { state } = (await world.campaignNow(campaign.id)).campaign;
    expect(state.status).toBe(status);
  });
});

describe("a brand's caps", () => {
  test('block and free all its campaigns in the moment they are changed', async () => {
    const { brand } = await world.aBrand();
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    const other = await world.aCampaign({ brandId: brand.id });
    await world.aSpend(campaign.id, '10');
    const statusWith = async (patch: Partial<UpdateBrandRequest>): Promise<string> => {
      await updated({ id: brand.id, ...patch });
      const { state } = (await world.campaignNow(other.campaign.id)).campaign;
      return [state.status, ...state.blockers.map(({ code }) => code)].join(' ');
    };
    expect(await statusWith({ dailyBudget: '9.99' })).toBe('PAUSED BRAND_DAILY_BUDGET');
    expect(await statusWith({ dailyBudget: '10' })).toBe('PAUSED BRAND_DAILY_BUDGET');
    expect(await statusWith({ dailyBudget: '10.01' })).toBe('ACTIVE');
    expect(await statusWith({ monthlyBudget: '5' })).toBe('PAUSED BRAND_MONTHLY_BUDGET');
    expect(await statusWith({ monthlyBudget: null })).toBe('ACTIVE');
    const changes = await world.changesOf(other.campaign.id);
    expect(changes.map(({ cause, by }) => `${cause} ${by ?? ''}`)).toEqual(
      Array(4).fill('BUDGET_CHANGE Ada'),
    );
  });

  test('count from the next day on when a new day has begun', async () => {
    const { brand } = await world.aBrand({ dailyBudget: '10' });
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    await world.aSpend(campaign.id, '10');
    world.at('2026-07-16T08:00Z');
    const { totals, brand: now } = await updated({ id: brand.id, dailyBudget: '1' });
    expect(now.day.date).toBe('2026-07-16');
    expect(totals.day.trueSpentMicros).toBe(0n);
    expect(await world.changesOf(campaign.id)).toMatchObject([
      { cause: 'SPEND', by: 'Ada' },
      { cause: 'BUDGET_RESET', by: null, at: instant('2026-07-16T00:00Z') },
    ]);
  });
});

describe('what was due before an update', () => {
  test('is written first, at its own instant and in nobody’s name', async () => {
    const { brand } = await world.aBrand();
    const endsAt = instant('2026-07-15T13:00Z');
    const { campaign } = await world.aCampaign({ brandId: brand.id, endsAt });
    world.at('2026-07-15T15:00Z');
    await updated({ id: brand.id, status: 'PAUSED' });
    expect(await world.changesOf(campaign.id)).toEqual([
      { turn: 'ACTIVE -> INACTIVE', blockers: ['ENDED'], cause: 'SCHEDULE', by: null, at: endsAt },
      {
        turn: 'INACTIVE -> PAUSED',
        blockers: ['BRAND_PAUSED', 'ENDED'],
        cause: 'USER',
        by: 'Ada',
        at: instant('2026-07-15T15:00Z'),
      },
    ]);
  });
});
