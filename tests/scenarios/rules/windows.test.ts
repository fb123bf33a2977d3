import { beforeAll, describe, expect, test } from '@jest/globals';
import { DAYS_OF_WEEK, formatLocalTime } from '../../../src/domain/schedule/window.js';
import {
  type BrandPartsFragment,
  type CampaignPartsFragment,
  CreateCampaignDocument,
  type DayOfWeek,
  type DaypartingWindowInput,
  SetDaypartingScheduleDocument,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

/** Thursday, noon in Vienna, before the weekend in which its clocks go forward. */
const scenario = useScenario({ clock: '2026-03-26T11:00:00Z', lasts: 'THE_FILE' });

let brand: BrandPartsFragment;
let campaign: CampaignPartsFragment;

beforeAll(async () => {
  brand = await scenario.aBrand({ timeZone: 'Europe/Vienna' });
  campaign = await scenario.aCampaign(brand);
});

/** A window from `09:00-17:00` on some days. */
function window(times: string, ...days: DayOfWeek[]): DaypartingWindowInput {
  const [start = '', end = ''] = times.split('-');
  return { days, start, end };
}

/** Why a schedule is refused, in the same way for a new campaign; nothing changes. */
async function refusals(windows: DaypartingWindowInput[]): Promise<readonly string[]> {
  const answer = await scenario.run(SetDaypartingScheduleDocument, {
    input: { campaignId: campaign.id, windows },
  });
  const input = { brandId: brand.id, name: 'New', windows };
  const { createCampaign } = await scenario.run(CreateCampaignDocument, { input });
  const errors = refusalLines(answer.setDaypartingSchedule.userErrors);
  expect(refusalLines(createCampaign.userErrors)).toEqual(errors);
  expect([answer.setDaypartingSchedule.campaign, createCampaign.campaign]).toEqual([null, null]);
  expect(await scenario.campaign(campaign)).toEqual(campaign);
  return errors;
}

describe('a schedule is refused for', () => {
  test.each<[string, DaypartingWindowInput[], string[]]>([
    ['no days', [window('09:00-10:00')], ['input.windows.0.days INVALID']],
    [
      'a repeated day',
      [window('09:00-10:00', 'MONDAY'), window('09:00-10:00', 'FRIDAY', 'SUNDAY', 'FRIDAY')],
      ['input.windows.1.days INVALID'],
    ],
    ['a start at 24:00', [window('24:00-02:00', 'MONDAY')], ['input.windows.0.start INVALID']],
    ['an end at its start', [window('09:00-09:00', 'MONDAY')], ['input.windows.0.end INVALID']],
    [
      'several flaws, each named',
      [
        window('24:00-09:00'),
        window('08:00-08:00', 'MONDAY', 'MONDAY'),
        window('10:00-11:00', 'MONDAY'),
      ],
      [
        'input.windows.0.days INVALID',
        'input.windows.0.start INVALID',
        'input.windows.1.days INVALID',
        'input.windows.1.end INVALID',
      ],
    ],
    [
      'two windows that share a minute',
      [window('09:00-12:00', 'MONDAY'), window('11:59-13:00', 'SUNDAY', 'MONDAY')],
      ['input.windows.1 OVERLAPPING_WINDOWS'],
    ],
    [
      'two that do so after midnight',
      [window('00:30-01:00', 'SATURDAY'), window('22:00-02:00', 'FRIDAY')],
      ['input.windows.1 OVERLAPPING_WINDOWS'],
    ],
    [
      'two that do so after the end of the week',
      [window('22:00-02:00', 'SUNDAY'), window('01:59-03:00', 'MONDAY')],
      ['input.windows.1 OVERLAPPING_WINDOWS'],
    ],
    [
      'two of which the earlier day runs into the later one',
      [window('10:00-12:00', 'TUESDAY'), window('12:00-11:00', 'MONDAY')],
      ['input.windows.1 OVERLAPPING_WINDOWS'],
    ],
  ])('%s', async (_why, windows, errors) => {
    expect(await refusals(windows)).toEqual(errors);
  });

  test('more than 100 windows, and not for 100', async () => {
    const minutes = Array.from({ length: 101 }, (_, i) =>
      window(`${formatLocalTime(2 * i)}-${formatLocalTime(2 * i + 1)}`, 'MONDAY'),
    );
    expect(await refusals(minutes)).toEqual(['input.windows TOO_MANY']);
    const made = await scenario.aCampaign(brand, { windows: minutes.slice(0, 100) });
    expect(made.schedule.windows).toEqual(minutes.slice(0, 100));
  });

  test.each([
    ...['9:00', '25:00', '24:01', '12:60', '09:00:00', '0900', '', ' 09:00', 'noon', 900, null],
  ])('%j, which is no time: bad input', async (start) => {
    const windows = [{ days: ['MONDAY'], start, end: '23:00' }];
    const input = { campaignId: campaign.id, windows };
    const text = String(SetDaypartingScheduleDocument);
    const { data, errors } = await scenario.send(text, { input });
    expect([data, errors.map(({ extensions }) => extensions?.code)]).toEqual([
      null,
      ['BAD_USER_INPUT'],
    ]);
  });
});

describe('a schedule is answered', () => {
  test('as it was sent, the days of a window in week order', async () => {
    const sent = [
      window('22:00-02:00', 'FRIDAY'),
      window('18:00-24:00', 'SUNDAY', 'TUESDAY', 'MONDAY'),
      window('06:00-07:00', 'SATURDAY', 'WEDNESDAY'),
      window('18:00-00:00', 'THURSDAY'),
      window('00:00-18:00', 'SUNDAY'),
    ];
    const { schedule } = await scenario.setWindows(await scenario.aCampaign(brand), sent);
    const [friday, , , thursday, sunday] = sent;
    expect(schedule.windows).toEqual([
      friday,
      window('18:00-24:00', 'MONDAY', 'TUESDAY', 'SUNDAY'),
      window('06:00-07:00', 'WEDNESDAY', 'SATURDAY'),
      thursday,
      sunday,
    ]);
    expect(schedule.timeZone).toBe('Europe/Vienna');
  });

  test('open without a window, and with windows that touch without a break', async () => {
    const open = { openNow: true, nextChangeAt: null };
    expect((await scenario.aCampaign(brand)).schedule).toMatchObject(open);
    for (const windows of [
      [window('00:00-24:00', ...DAYS_OF_WEEK)],
      [window('00:00-00:00', ...DAYS_OF_WEEK)],
      [window('08:00-20:00', ...DAYS_OF_WEEK), window('20:00-08:00', ...DAYS_OF_WEEK)],
    ]) {
      const always = await scenario.aCampaign(brand, { windows });
      expect(always.schedule).toMatchObject(open);
    }
  });
});

test('it is open if and only if the wall time lies in a window, on its day or over midnight', async () => {
  const made = {
    friday: await scenario.aCampaign(brand, { windows: [window('22:00-02:00', 'FRIDAY')] }),
    evening: await scenario.aCampaign(brand, { windows: [window('18:00-00:00', 'FRIDAY')] }),
    saturday: await scenario.aCampaign(brand, { windows: [window('23:00-03:30', 'SATURDAY')] }),
    week: await scenario.aCampaign(brand, { windows: [window('20:00-01:00', 'SUNDAY')] }),
  };
  const days: [string, (keyof typeof made)[]][] = [
    ['2026-03-27T00:30:00Z', []],
    ['2026-03-27T17:00:00Z', ['evening']],
    ['2026-03-27T20:59:59.999Z', ['evening']],
    ['2026-03-27T21:00:00Z', ['friday', 'evening']],
    ['2026-03-27T22:59:59.999Z', ['friday', 'evening']],
    ['2026-03-27T23:00:00Z', ['friday']],
    ['2026-03-28T00:59:59.999Z', ['friday']],
    ['2026-03-28T01:00:00Z', []],
    ['2026-03-28T22:00:00Z', ['saturday']],
    ['2026-03-29T00:59:59.999Z', ['saturday']],
    ['2026-03-29T01:29:59.999Z', ['saturday']],
    ['2026-03-29T01:30:00Z', []],
    ['2026-03-29T18:00:00Z', ['week']],
    ['2026-03-29T22:59:59.999Z', ['week']],
    ['2026-03-29T23:00:00Z', []],
    ['2026-03-30T17:00:00Z', []],
  ];
  for (const [at, open] of days) {
    await scenario.setClock(at);
    for (const [name, { id }] of Object.entries(made)) {
      const { status, schedule } = await scenario.campaign({ id });
      const isOpen = open.some((one) => one === name);
      expect([at, name, schedule.openNow, status]).toEqual([
        ...[at, name, isOpen, isOpen ? 'ACTIVE' : 'INACTIVE'],
      ]);
    }
  }
});
