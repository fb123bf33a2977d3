import { describe, expect, test } from '@jest/globals';
import type { DaypartingWindow } from '../../../src/domain/schedule/window.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import type { SetDaypartingScheduleRequest } from '../../../src/services/campaigns/campaign-requests.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import { setDaypartingSchedule } from '../../../src/services/campaigns/set-dayparting-schedule.js';
import { updateCampaign } from '../../../src/services/campaigns/update-campaign.js';
import { accepted, refusals } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { brandPatch, campaignPatch } from '../../support/requests.js';
import { START, useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const WORK: DaypartingWindow = { days: ['MONDAY', 'WEDNESDAY'], startMinute: 540, endMinute: 1020 };
const NIGHT: DaypartingWindow = { days: ['WEDNESDAY'], startMinute: 1320, endMinute: 120 };

type Request = Partial<SetDaypartingScheduleRequest> & { readonly campaignId: string };

function set(request: Request, caller = world.caller) {
  return setDaypartingSchedule(world.kernel, caller, { version: null, windows: [], ...request });
}

async function aCampaign(details: object = {}) {
  const { brand } = await world.aBrand();
  return world.aCampaign({ brandId: brand.id, ...details });
}

describe('a schedule that is set', () => {
  test('takes the place of the whole one before, at once', async () => {
    const made = await aCampaign({ windows: [WORK, NIGHT] });
    const campaignId = made.campaign.id;
    const snapshot = accepted(await set({ campaignId, version: 1, windows: [NIGHT] }));
    expect(snapshot.campaign).toEqual({
      ...made.campaign,
      windows: [NIGHT],
      version: 2,
      state: {
        status: 'INACTIVE',
        statusSince: instant(START),
        blockers: [{ code: 'OUTSIDE_SCHEDULE', since: instant(START) }],
        nextTransitionAt: instant('2026-07-15T22:00Z'),
      },
    });
    expect(await world.campaignNow(campaignId)).toEqual(snapshot);
    expect(await world.changesOf(campaignId)).toEqual([
      {
        turn: 'ACTIVE -> INACTIVE',
        blockers: ['OUTSIDE_SCHEDULE'],
        cause: 'USER',
        by: 'Ada',
        at: instant(START),
      },
    ]);
  });

  test('of no windows is always open', async () => {
    const { campaign } = await aCampaign({ windows: [NIGHT] });
    const snapshot = accepted(await set({ campaignId: campaign.id }));
    expect(snapshot.campaign).toMatchObject({
      windows: [],
      state: { status: 'ACTIVE', nextTransitionAt: null },
    });
    expect(await world.campaignNow(campaign.id)).toEqual(snapshot);
  });

  test('is answered as it was sent, with the days in week order', async () => {
    const { campaign } = await aCampaign();
    const windows: DaypartingWindow[] = [
      { days: ['SUNDAY', 'TUESDAY', 'MONDAY'], startMinute: 600, endMinute: 0 },
      { days: ['FRIDAY'], startMinute: 0, endMinute: 1440 },
    ];
    const snapshot = accepted(await set({ campaignId: campaign.id, windows }));
    expect(snapshot.campaign.windows).toEqual([
      { days: ['MONDAY', 'TUESDAY', 'SUNDAY'], startMinute: 600, endMinute: 0 },
      windows[1],
    ]);
    expect((await world.campaignNow(campaign.id)).campaign).toEqual(snapshot.campaign);
  });

  test('to what it is already, in whatever order of days, changes and writes nothing', async () => {
    const { campaign } = await aCampaign({ windows: [WORK] });
    const windows = [{ ...WORK, days: ['WEDNESDAY', 'MONDAY'] as const }];
    world.at('2026-07-15T13:00Z');
    const statements = await world.statementsOf(async () => {
      const snapshot = accepted(await set({ campaignId: campaign.id, windows }));
      expect(snapshot.campaign).toEqual(campaign);
    });
    expect(statements.filter((text) => /^\s*(insert|update|delete|with)/i.test(text))).toEqual([]);
  });

  test('costs the same number of statements however many windows it has', async () => {
    const { campaign } = await aCampaign();
    const windows = Array.from({ length: 100 }, (_, i) => ({
      days: ['MONDAY', 'SUNDAY'] as const,
      startMinute: i * 10,
      endMinute: i * 10 + 5,
    }));
    const one = await world.statementsOf(() => set({ campaignId: campaign.id, windows: [NIGHT] }));
    const many = await world.statementsOf(() => set({ campaignId: campaign.id, windows }));
    expect(many.length).toBe(one.length);
  });
});

describe('a schedule is refused', () => {
  test.each<[string, readonly DaypartingWindow[], string[]]>([
    ['without days', [{ ...WORK, days: [] }], ['input.windows.0.days INVALID']],
    [
      'with a day twice',
      [WORK, { ...NIGHT, days: ['FRIDAY', 'FRIDAY'] }],
      ['input.windows.1.days INVALID'],
    ],
    ['that starts at 24:00', [{ ...WORK, startMinute: 1440 }], ['input.windows.0.start INVALID']],
    ['that ends as it starts', [{ ...WORK, endMinute: 540 }], ['input.windows.0.end INVALID']],
    [
      'that overlaps over midnight',
      [NIGHT, { days: ['THURSDAY'], startMinute: 119, endMinute: 180 }],
      ['input.windows.1 OVERLAPPING_WINDOWS'],
    ],
    ['of 101 windows', Array<DaypartingWindow>(101).fill(WORK), ['input.windows TOO_MANY']],
  ])('%s, and the one before stays', async (_, windows, expected) => {
    const made = await aCampaign({ windows: [WORK] });
    expect(refusals(await set({ campaignId: made.campaign.id, windows }))).toEqual(expected);
    expect(await world.campaignNow(made.campaign.id)).toEqual(made);
  });

  test('for an unknown campaign, for a stranger, and for another version', async () => {
    const { campaign } = await aCampaign();
    const notFound = ['input.campaignId NOT_FOUND'];
    expect(refusals(await set({ campaignId: UNKNOWN }))).toEqual(notFound);
    const stranger = await world.aStranger();
    expect(refusals(await set({ campaignId: campaign.id }, stranger))).toEqual(notFound);
    const stale = await set({ campaignId: campaign.id, version: 2, windows: [WORK] });
    expect(refusals(stale)).toEqual(['input.version VERSION_CONFLICT']);
  });

  test('where the campaign, or its brand, is archived', async () => {
    const { campaign, brand } = await aCampaign();
    const archived = campaignPatch({ id: campaign.id, desiredStatus: 'ARCHIVED' });
    accepted(await updateCampaign(world.kernel, world.caller, archived));
    const attempt = { campaignId: campaign.id, windows: [WORK] };
    expect(refusals(await set(attempt))).toEqual(['input.campaignId ARCHIVED']);
    const other = await world.aCampaign({ brandId: brand.id });
    const brandArchived = brandPatch({ id: brand.id, status: 'ARCHIVED' });
    accepted(await updateBrand(world.kernel, world.caller, brandArchived));
    const outcome = await set({ ...attempt, campaignId: other.campaign.id });
    expect(refusals(outcome)).toEqual(['input.campaignId ARCHIVED']);
  });
});

test('a schedule is not what decides about a campaign that is paused by hand', async () => {
  const { campaign } = await aCampaign();
  accepted(await pauseCampaigns(world.kernel, world.caller, [campaign.id]));
  const { state } = accepted(await set({ campaignId: campaign.id, windows: [NIGHT] })).campaign;
  expect(state.blockers.map(({ code }) => code)).toEqual(['MANUAL_PAUSE', 'OUTSIDE_SCHEDULE']);
  expect(await world.changesOf(campaign.id)).toMatchObject([{ blockers: ['MANUAL_PAUSE'] }]);
});
