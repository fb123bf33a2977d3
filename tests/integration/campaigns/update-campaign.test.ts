import { describe, expect, test } from '@jest/globals';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import type { UpdateCampaignRequest } from '../../../src/services/campaigns/campaign-requests.js';
import { updateCampaign } from '../../../src/services/campaigns/update-campaign.js';
import { accepted, refusals } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { brandPatch, campaignPatch } from '../../support/requests.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const DAY_MS = 86_400_000;

type Patch = Partial<UpdateCampaignRequest> & { readonly id: string };

function update(patch: Patch, caller = world.caller) {
  return updateCampaign(world.kernel, caller, campaignPatch(patch));
}

async function updated(patch: Patch) {
  return accepted(await update(patch));
}

async function aCampaign(details: object = {}) {
  const { brand } = await world.aBrand();
  return world.aCampaign({ brandId: brand.id, ...details });
}

describe('an update of a campaign', () => {
  test('makes the next version of what it names, and leaves the rest and the brand', async () => {
    const windows = [{ days: ['WEDNESDAY'] as const, startMinute: 0, endMinute: 0 }];
    const made = await aCampaign({ externalId: 'crm-1', dailyBudget: '10', windows });
    const at = instant('2026-07-15T13:00Z');
    world.at('2026-07-15T13:00Z');
    const { id } = made.campaign;
    const snapshot = await updated({ id, name: ' New ', monthlyBudget: '99.99', startsAt: at - 1 });
    expect(snapshot).toEqual({
      ...made,
      at,
      campaign: {
        ...made.campaign,
        name: 'New',
        monthlyBudgetMicros: 99_990_000n,
        startsAt: at - 1,
        updatedAt: at,
        version: 2,
      },
    });
    expect(await world.campaignNow(id)).toEqual(snapshot);
  });

  test('clears caps, the flight and the externalId with null', async () => {
    const flight = { startsAt: instant('2026-07-16T00:00Z'), endsAt: instant('2026-07-17T00:00Z') };
    const caps = { dailyBudget: '10', monthlyBudget: '20' };
    const { campaign } = await aCampaign({ externalId: 'crm-1', ...caps, ...flight });
    const snapshot = await updated({
      id: campaign.id,
      externalId: null,
      dailyBudget: null,
      monthlyBudget: null,
      startsAt: null,
      endsAt: null,
    });
    expect(snapshot.campaign).toMatchObject({
      externalId: null,
      dailyBudgetMicros: null,
      monthlyBudgetMicros: null,
      startsAt: null,
      endsAt: null,
      version: 2,
      state: { status: 'ACTIVE', nextTransitionAt: null },
    });
    expect(await world.campaignNow(campaign.id)).toEqual(snapshot);
  });

  test('to what is already so changes and writes nothing', async () => {
    const made = await aCampaign({ externalId: 'crm-1', dailyBudget: '10' });
    world.at('2026-07-15T13:00Z');
    const patch = {
      id: made.campaign.id,
      version: 1,
      name: made.campaign.name,
      externalId: 'crm-1',
      desiredStatus: 'ACTIVE',
      dailyBudget: '10.00',
      monthlyBudget: null,
      startsAt: null,
      endsAt: null,
    } as const;
    const statements = await world.statementsOf(async () => {
      expect((await updated(patch)).campaign).toEqual(made.campaign);
    });
    expect(statements.filter((text) => /^\s*(insert|update|delete|with)/i.test(text))).toEqual([]);
  });

  test.each<[string, Partial<UpdateCampaignRequest>, string[]]>([
    ['nothing to change', {}, ['input INVALID']],
    ['only a version', { version: 1 }, ['input INVALID']],
    ['another version', { version: 7, name: '' }, ['input.version VERSION_CONFLICT']],
    ['no name', { name: null }, ['input.name REQUIRED']],
    ['no desired status', { desiredStatus: null }, ['input.desiredStatus REQUIRED']],
    ['a name with a NUL', { name: '\u0000' }, ['input.name INVALID']],
    ['an externalId with a NUL', { externalId: '\u0000' }, ['input.externalId INVALID']],
    ['a third decimal', { dailyBudget: '1.001' }, ['input.dailyBudget TOO_PRECISE']],
    ['no money', { monthlyBudget: '0' }, ['input.monthlyBudget OUT_OF_RANGE']],
    ['an end before its beginning', { startsAt: 5, endsAt: 4 }, ['input.endsAt INVALID']],
    ['an end at its present beginning', { endsAt: 1000 }, ['input.endsAt INVALID']],
    ['a beginning at its present end', { startsAt: 2000 }, ['input.endsAt INVALID']],
    [
      'many flaws beside something sound',
      { name: null, desiredStatus: 'PAUSED', externalId: '', dailyBudget: '-1', startsAt: 3000 },
      [
        'input.name REQUIRED',
        'input.externalId INVALID',
        'input.dailyBudget OUT_OF_RANGE',
        'input.endsAt INVALID',
      ],
    ],
  ])('is refused with %s, and nothing changes', async (_, patch, expected) => {
    const made = await aCampaign({ startsAt: 1000, endsAt: 2000 });
    expect(refusals(await update({ id: made.campaign.id, ...patch }))).toEqual(expected);
    expect(await world.campaignNow(made.campaign.id)).toEqual(made);
  });

  test('of what does not exist, or belongs to another agency, is NOT_FOUND', async () => {
    const { campaign } = await aCampaign();
    expect(refusals(await update({ id: UNKNOWN, name: '' }))).toEqual(['input.id NOT_FOUND']);
    const theirs = await update({ id: campaign.id, name: 'Mine' }, await world.aStranger());
    expect(refusals(theirs)).toEqual(['input.id NOT_FOUND']);
  });

  test('may not take the externalId of another campaign', async () => {
    await aCampaign({ externalId: 'crm-1' });
    const { campaign } = await aCampaign();
    const outcome = await update({ id: campaign.id, externalId: 'crm-1', desiredStatus: 'PAUSED' });
    expect(refusals(outcome)).toEqual(['input.externalId TAKEN']);
    expect((await world.campaignNow(campaign.id)).campaign).toEqual(campaign);
  });

  test('lets every writer without a version through, one after the other', async () => {
    const { campaign } = await aCampaign();
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => updated({ id: campaign.id, name: `N${i}` })),
    );
    expect((await world.campaignNow(campaign.id)).campaign.version).toBe(9);
  });
});

describe("a campaign's caps", () => {
  test('are compared with what was spent in the moment they are changed', async () => {
    const { campaign } = await aCampaign({ dailyBudget: '100' });
    await world.aSpend(campaign.id, '50');
    const statusWith = async (patch: Partial<UpdateCampaignRequest>): Promise<string> => {
      const { state } = (await updated({ id: campaign.id, ...patch })).campaign;
      return [state.status, ...state.blockers.map(({ code }) => code)].join(' ');
    };
    expect(await statusWith({ dailyBudget: '49.99' })).toBe('PAUSED DAILY_BUDGET');
    expect(await statusWith({ dailyBudget: '50' })).toBe('PAUSED DAILY_BUDGET');
    expect(await statusWith({ dailyBudget: '50.01' })).toBe('ACTIVE');
    expect(await statusWith({ monthlyBudget: '1', dailyBudget: '1' })).toBe(
      'PAUSED MONTHLY_BUDGET DAILY_BUDGET',
    );
    expect(await statusWith({ monthlyBudget: null })).toBe('PAUSED DAILY_BUDGET');
    expect(await statusWith({ dailyBudget: null })).toBe('ACTIVE');
    const causes = (await world.changesOf(campaign.id)).map(
      ({ turn, cause }) => `${turn} ${cause}`,
    );
    expect(causes).toEqual([
      'ACTIVE -> PAUSED BUDGET_CHANGE',
      'PAUSED -> ACTIVE BUDGET_CHANGE',
      'ACTIVE -> PAUSED BUDGET_CHANGE',
      'PAUSED -> PAUSED BUDGET_CHANGE',
      'PAUSED -> ACTIVE BUDGET_CHANGE',
    ]);
    expect(world.announcements).toBe(6);
  });

  test('keep the instant since which they hold while another one is added', async () => {
    const { campaign } = await aCampaign({ dailyBudget: '10' });
    const first = await world.aSpend(campaign.id, '10');
    world.at('2026-07-15T18:00Z');
    const { state } = (await updated({ id: campaign.id, monthlyBudget: '5' })).campaign;
    expect(state).toEqual({
      status: 'PAUSED',
      statusSince: first.recordedAt,
      blockers: [
        { code: 'MONTHLY_BUDGET', since: instant('2026-07-15T18:00Z') },
        { code: 'DAILY_BUDGET', since: first.recordedAt },
      ],
      nextTransitionAt: instant('2026-07-16T00:00Z'),
    });
  });
});

describe("a campaign's flight", () => {
  test('ends, begins and is open again as its edges are moved, by a person', async () => {
    const { campaign } = await aCampaign();
    const now = campaign.createdAt;
    const stateWith = async (patch: Partial<UpdateCampaignRequest>) =>
      (await updated({ id: campaign.id, ...patch })).campaign.state;
    expect(await stateWith({ endsAt: now })).toMatchObject({ blockers: [{ code: 'ENDED' }] });
    expect(await stateWith({ endsAt: now + DAY_MS })).toMatchObject({
      status: 'ACTIVE',
      nextTransitionAt: now + DAY_MS,
    });
    expect(await stateWith({ startsAt: now + 1000 })).toMatchObject({
      blockers: [{ code: 'NOT_STARTED' }],
      nextTransitionAt: now + 1000,
    });
    const causes = (await world.changesOf(campaign.id)).map(
      ({ cause, by }) => `${cause} ${by ?? ''}`,
    );
    expect(causes).toEqual(Array(3).fill('USER Ada'));
  });
});

describe("a campaign's desired status", () => {
  test('ARCHIVED takes it out of use, and only ACTIVE or PAUSED brings it back', async () => {
    const { campaign } = await aCampaign();
    const { id } = campaign;
    const archived = await updated({ id, desiredStatus: 'ARCHIVED' });
    expect(archived.campaign).toMatchObject({ version: 2, state: { status: 'INACTIVE' } });
    for (const attempt of [
      { name: 'New' },
      { dailyBudget: '0' },
      { desiredStatus: 'ARCHIVED' },
    ] as const) {
      expect(refusals(await update({ id, ...attempt }))).toEqual(['input.id ARCHIVED']);
    }
    expect(await world.campaignNow(id)).toEqual(archived);
    const restored = await updated({ id, desiredStatus: 'PAUSED', name: 'Back', version: 2 });
    expect(restored.campaign).toMatchObject({
      name: 'Back',
      version: 3,
      state: { status: 'PAUSED' },
    });
    expect((await world.changesOf(id)).map(({ turn, cause }) => `${turn} ${cause}`)).toEqual([
      'ACTIVE -> INACTIVE USER',
      'INACTIVE -> PAUSED USER',
    ]);
  });

  test('cannot be changed while its brand is archived', async () => {
    const { campaign, brand } = await aCampaign();
    await updated({ id: campaign.id, desiredStatus: 'ARCHIVED' });
    const archive = brandPatch({ id: brand.id, status: 'ARCHIVED' });
    accepted(await updateBrand(world.kernel, world.caller, archive));
    for (const attempt of [{ name: 'New' }, { desiredStatus: 'ACTIVE' }] as const) {
      const outcome = await update({ id: campaign.id, ...attempt });
      expect(refusals(outcome)).toEqual(['input.id ARCHIVED']);
    }
  });

  test('PAUSED outlives the exhausted cap and the midnight that clears it', async () => {
    const { campaign } = await aCampaign({ dailyBudget: '10' });
    await updated({ id: campaign.id, desiredStatus: 'PAUSED' });
    await world.aSpend(campaign.id, '10');
    world.at('2026-07-16T09:00Z');
    const { state } = (await updated({ id: campaign.id, name: 'New' })).campaign;
    expect(state.blockers.map(({ code }) => code)).toEqual(['MANUAL_PAUSE']);
  });
});
