import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  CreateBrandDocument,
  CreateCampaignDocument,
  RecordRefundDocument,
  RecordSpendBatchDocument,
  RecordSpendDocument,
  UpdateBrandDocument,
  UpdateCampaignDocument,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

const scenario = useScenario({ clock: '2026-07-15T12:00:00.000Z', lasts: 'THE_FILE' });

const ILL_FORMED = [
  ...['', ' ', '-', '.', '1.', '.5', '-.5', '01', '-01', '+1', '--1', '1.5.0', ' 1', '1 ', '1\n'],
  ...['1e3', '1E3', '1,5', '1_000', '0x10', 'NaN', 'Infinity', '١', 'null', '0'.repeat(31)],
  ...[`1${'0'.repeat(30)}`, `0.${'1'.repeat(31)}`, 1, 1.5, 0, -1, true, {}, ['1'], []],
];

const brand = { id: '' };
const campaign = { id: '' };
const entry = { id: '' };

beforeAll(async () => {
  brand.id = (await scenario.aBrand()).id;
  campaign.id = (await scenario.aCampaign(brand)).id;
  entry.id = (await scenario.spend(campaign, '10')).entry.id;
});

interface Operation {
  toString(): string;
}

/** Everywhere that an amount is sent: the operation, and its variables with the amount. */
const PLACES: Record<string, readonly [Operation, (amount: unknown) => object]> = {
  "a new brand's cap of a day": [
    CreateBrandDocument,
    (dailyBudget) => ({ input: { name: 'B', currency: 'EUR', dailyBudget } }),
  ],
  "a brand's cap of a month": [
    UpdateBrandDocument,
    (monthlyBudget) => ({ input: { id: brand.id, name: 'B', monthlyBudget } }),
  ],
  "a new campaign's cap of a month": [
    CreateCampaignDocument,
    (monthlyBudget) => ({ input: { brandId: brand.id, name: 'C', monthlyBudget } }),
  ],
  "a campaign's cap of a day": [
    UpdateCampaignDocument,
    (dailyBudget) => ({ input: { id: campaign.id, name: 'C', dailyBudget } }),
  ],
  'a refund': [
    RecordRefundDocument,
    (amount) => ({ input: { entryId: entry.id, amount, eventId: 'x' } }),
  ],
  'one spend of several': [
    RecordSpendBatchDocument,
    (amount) => ({ entries: ['1', amount, '1'].map((sent, i) => spendOf(sent, `x${i}`)) }),
  ],
};

function spendOf(amount: unknown, eventId: string): object {
  return { campaignId: campaign.id, amount, eventId };
}

/** What an operation is answered: its data, and the codes of its errors. */
async function answerTo(operation: Operation, variables: object = {}): Promise<readonly unknown[]> {
  const { data, errors } = await scenario.send(operation.toString(), { ...variables });
  return [data, errors.map(({ extensions }) => extensions?.code)];
}

const WHOLE_REQUEST_REFUSED = [null, ['BAD_USER_INPUT']];

/** All that there is. */
async function everything(): Promise<unknown> {
  const { data } = await scenario.send(`{
    brands { totalCount nodes { name version dailyBudget { amount } monthlyBudget { amount } } }
    campaigns { totalCount nodes { name version dailyBudget { amount } monthlyBudget { amount } } }
    spendEntries(first: 100) { nodes { id amount { amount } } }
  }`);
  return data;
}

describe('a decimal', () => {
  test('that is ill-formed, or no string, refuses the whole request', async () => {
    const before = await everything();
    for (const amount of ILL_FORMED) {
      const answer = await answerTo(RecordSpendDocument, { input: spendOf(amount, 'x') });
      expect([amount, answer]).toEqual([amount, WHOLE_REQUEST_REFUSED]);
    }
    expect(await everything()).toEqual(before);
  });

  test.each(Object.entries(PLACES))('does so as %s', async (_place, [operation, variables]) => {
    const before = await everything();
    for (const amount of [10, '1e3', '-']) {
      expect(await answerTo(operation, variables(amount))).toEqual(WHOLE_REQUEST_REFUSED);
    }
    expect(await everything()).toEqual(before);
  });

  test.each(['10', '1.5', 'true', '"1e3"'])('does so written as %s in the query', async (cap) => {
    const before = await everything();
    const [sound = '', ill = ''] = ['"10"', cap].map(
      (sent) => `createBrand(input: { name: "B", currency: "EUR", dailyBudget: ${sent} })`,
    );
    const both = `mutation { sound: ${sound} { brand { id } } ill: ${ill} { brand { id } } }`;
    expect(await answerTo(both)).toEqual(WHOLE_REQUEST_REFUSED);
    expect(await everything()).toEqual(before);
  });

  test('is answered exactly, without trailing zeros', async () => {
    for (const [sent, answered] of [
      ['1.500000', '1.5'],
      ['7.0', '7'],
      ['0.000001', '0.000001'],
      ['123456789012.123456', '123456789012.123456'],
    ] as const) {
      expect((await scenario.spend(campaign, sent)).entry.amount.amount).toBe(answered);
    }
  });
});

describe('a spend', () => {
  test.each([
    ['0', 'OUT_OF_RANGE'],
    ['-0', 'OUT_OF_RANGE'],
    ['-0.5', 'OUT_OF_RANGE'],
    ['1000000000000', 'OUT_OF_RANGE'],
    ['9'.repeat(30), 'OUT_OF_RANGE'],
    ['1.0000000', 'TOO_PRECISE'],
    [`0.${'0'.repeat(29)}1`, 'TOO_PRECISE'],
  ])('of %s is %s, alone', async (amount, code) => {
    const before = await scenario.campaign(campaign);
    const input = { campaignId: campaign.id, amount, eventId: `wrong ${amount}` };
    const { recordSpend } = await scenario.run(RecordSpendDocument, { input });
    expect(recordSpend).toMatchObject({ entry: null, campaign: null, duplicate: false });
    expect(refusalLines(recordSpend.userErrors)).toEqual([`input.amount ${code}`]);
    expect(await scenario.campaign(campaign)).toEqual(before);
    const entries = [{ ...input, amount: '1', eventId: `right ${amount}` }, input];
    const { recordSpendBatch: batch } = await scenario.run(RecordSpendBatchDocument, { entries });
    expect(batch).toMatchObject({ recorded: 1, rejected: 1, userErrors: [] });
    const errors = batch.results.flatMap(({ userErrors }) => userErrors);
    expect(refusalLines(errors)).toEqual([`entries.1.amount ${code}`]);
  });

  test.each(['JPY', 'EUR', 'KWD'])('in %s has up to 12 digits and 6 decimals', async (currency) => {
    const one = await scenario.aCampaign(await scenario.aBrand({ currency }));
    await scenario.spend(one, '0.000001');
    const { campaign: after } = await scenario.spend(one, '999999999999.999998');
    expect(after.today.spent).toEqual({ amount: '999999999999.999999', currency });
  });

  test('may take a sum to 13 digits, but not past 9000000000000, alone', async () => {
    const full = await scenario.aBrand();
    const [one, sibling] = [await scenario.aCampaign(full), await scenario.aCampaign(full)];
    for (let i = 0; i < 9; i += 1) await scenario.spend(one, '999999999999.999999');
    expect((await scenario.brand(full)).today.spent.amount).toBe('8999999999999.999991');
    await scenario.spend(sibling, '0.000009');
    const sent = [
      [one, 'today'],
      [sibling, 'today'],
      [campaign, 'today'],
      [one, 'yesterday', '2026-07-14T12:00:00Z'],
      [one, 'last month', '2026-06-30T12:00:00Z'],
    ] as const;
    const entries = sent.map(([{ id: campaignId }, when, occurredAt = null], i) => {
      return { campaignId, amount: '0.000001', eventId: `${i} ${when}`, occurredAt };
    });
    const { recordSpendBatch } = await scenario.run(RecordSpendBatchDocument, { entries });
    expect(recordSpendBatch).toMatchObject({ recorded: 2, rejected: 3 });
    const errors = recordSpendBatch.results.flatMap(({ userErrors }) => userErrors);
    expect(refusalLines(errors)).toEqual([
      'entries.0.amount OUT_OF_RANGE',
      'entries.1.amount OUT_OF_RANGE',
      'entries.3.amount OUT_OF_RANGE',
    ]);
    expect((await scenario.brand(full)).thisMonth.spent.amount).toBe('9000000000000');
  });
});

describe('a cap', () => {
  test.each([
    ['JPY', '100', '100.5'],
    ['JPY', '999999999999', '1.0'],
    ['EUR', '0.01', '0.001'],
    ['KWD', '0.001', '0.0001'],
  ])('in %s has no more decimals than its currency: %s, not %s', async (currency, right, wrong) => {
    const owner = await scenario.aBrand({ currency, dailyBudget: right });
    expect(owner.dailyBudget).toEqual({ amount: right, currency });
    const child = await scenario.aCampaign(owner, { monthlyBudget: right });
    const caps = { dailyBudget: wrong, monthlyBudget: '1000000000000' };
    const brands = await scenario.run(UpdateBrandDocument, { input: { id: owner.id, ...caps } });
    const news = { brandId: owner.id, name: 'C', ...caps };
    const made = await scenario.run(CreateCampaignDocument, { input: news });
    for (const { userErrors } of [brands.updateBrand, made.createCampaign]) {
      expect(refusalLines(userErrors)).toEqual([
        'input.dailyBudget TOO_PRECISE',
        'input.monthlyBudget OUT_OF_RANGE',
      ]);
    }
    expect(await scenario.brand(owner)).toEqual(owner);
    expect(await scenario.campaign(child)).toEqual(child);
  });

  test.each(['0', '-1', '0.00', '1000000000000'])('of %s is OUT_OF_RANGE', async (cap) => {
    const before = await scenario.campaign(campaign);
    const input = { id: campaign.id, name: 'Other', dailyBudget: cap, monthlyBudget: cap };
    const { updateCampaign } = await scenario.run(UpdateCampaignDocument, { input });
    expect(refusalLines(updateCampaign.userErrors)).toEqual([
      'input.dailyBudget OUT_OF_RANGE',
      'input.monthlyBudget OUT_OF_RANGE',
    ]);
    expect(await scenario.campaign(campaign)).toEqual(before);
  });
});
