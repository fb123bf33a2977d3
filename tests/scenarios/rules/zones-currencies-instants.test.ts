import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  CreateBrandDocument,
  RecordSpendDocument,
  UpdateBrandDocument,
  UpdateCampaignDocument,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';

const scenario = useScenario({ clock: '2026-07-15T12:00:00.000Z', lasts: 'THE_FILE' });

const brand = { id: '' };
const campaign = { id: '' };

beforeAll(async () => {
  brand.id = (await scenario.aBrand({ timeZone: 'Asia/Tokyo' })).id;
  campaign.id = (await scenario.aCampaign(brand)).id;
});

interface Operation {
  toString(): string;
}

/** What an operation is answered: its data, and the codes of its errors. */
async function answerTo(operation: Operation, input: object): Promise<readonly unknown[]> {
  const { data, errors } = await scenario.send(operation.toString(), { input });
  return [data, errors.map(({ extensions }) => extensions?.code)];
}

const WHOLE_REQUEST_REFUSED = [null, ['BAD_USER_INPUT']];

describe('a time zone', () => {
  const OWN_SPELLINGS = [
    ...['UTC', 'GMT', 'Europe/Vienna', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'],
    ...['US/Eastern', 'Asia/Calcutta', 'Asia/Kolkata', 'Europe/Kyiv', 'Pacific/Chatham'],
  ];
  test.each(OWN_SPELLINGS)('may be %s, and stays so', async (timeZone) => {
    const made = await scenario.aBrand({ timeZone });
    expect(made.timeZone).toBe(timeZone);
    expect((await scenario.brand(made)).timeZone).toBe(timeZone);
  });

  const OTHERS = [
    ...[
      'utc',
      'europe/vienna',
      'EUROPE/VIENNA',
      'Europe/vienna',
      ' UTC',
      'UTC ',
      '',
      'Z',
      'Mars/A',
    ],
    ...['+02:00', '-05', 'UTC+2', 'GMT+02:00', 'Europe/Vienna\u0000', 'UTC[u-ca=iso8601]', 120, {}],
  ];
  test.each(OTHERS)('%j is none: it refuses the whole request', async (timeZone) => {
    const news = { name: 'B', currency: 'EUR', timeZone };
    const patch = { id: brand.id, name: 'Other', timeZone };
    expect(await answerTo(CreateBrandDocument, news)).toEqual(WHOLE_REQUEST_REFUSED);
    expect(await answerTo(UpdateBrandDocument, patch)).toEqual(WHOLE_REQUEST_REFUSED);
    expect(await scenario.brand(brand)).toMatchObject({ timeZone: 'Asia/Tokyo', version: 1 });
  });
});

describe('a currency', () => {
  test.each(['EUR', 'JPY', 'KWD', 'CLF'])('may be %s', async (currency) => {
    expect((await scenario.aBrand({ currency })).currency).toBe(currency);
  });

  test.each([
    'eur',
    'Eur',
    '',
    'EU',
    'EURO',
    ' EUR',
    'ABC',
    'XXX',
    'XTS',
    'XAU',
    'XDR',
    '978',
    978,
  ])('is in capitals and has an exponent: %j refuses the whole request', async (currency) => {
    const spend = { campaignId: campaign.id, amount: '1', eventId: 'x', currency };
    const refusals = [
      await answerTo(CreateBrandDocument, { name: 'B', currency }),
      await answerTo(RecordSpendDocument, spend),
    ];
    expect(refusals).toEqual([WHOLE_REQUEST_REFUSED, WHOLE_REQUEST_REFUSED]);
  });
});

describe('an instant', () => {
  test.each([
    ['2026-07-15T12:00:00Z', '2026-07-15T12:00:00.000Z'],
    ['2026-07-15T14:00:00+02:00', '2026-07-15T12:00:00.000Z'],
    ['2026-07-14T20:30:00.123-15:30', '2026-07-15T12:00:00.123Z'],
    ['2026-07-15T12:00:00.1239999Z', '2026-07-15T12:00:00.123Z'],
  ])('has Z or an offset, and is cut to milliseconds: %s', async (startsAt, answered) => {
    expect((await scenario.aCampaign(brand, { startsAt })).startsAt).toBe(answered);
  });

  test.each([
    ...['2026-07-15T12:00:00', '2026-07-15', '12:00:00Z', '', 'now', '2026-02-30T12:00:00Z'],
    ...['2026-07-15T25:00:00Z', '2026-07-15T12:00:00[Europe/Vienna]', 1784116800000, true, {}],
  ])('%j is none: it refuses the whole request', async (at) => {
    const spend = { campaignId: campaign.id, amount: '1', eventId: 'x', occurredAt: at };
    const patch = { id: campaign.id, name: 'Other', startsAt: at };
    expect(await answerTo(RecordSpendDocument, spend)).toEqual(WHOLE_REQUEST_REFUSED);
    expect(await answerTo(UpdateCampaignDocument, patch)).toEqual(WHOLE_REQUEST_REFUSED);
    expect(await scenario.campaign(campaign)).toMatchObject({ startsAt: null, version: 1 });
  });
});
