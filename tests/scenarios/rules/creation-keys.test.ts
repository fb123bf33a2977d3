import { describe, expect, test } from '@jest/globals';
import {
  CreateBrandDocument,
  type CreateBrandInput,
  CreateCampaignDocument,
  type CreateCampaignInput,
  ListBrandsDocument,
  ListCampaignsDocument,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

const scenario = useScenario({ clock: '2026-07-15T12:00:00Z', lasts: 'THE_FILE' });

const CONFLICT = ['input.idempotencyKey IDEMPOTENCY_CONFLICT'];

async function createBrand(input: CreateBrandInput) {
  return (await scenario.run(CreateBrandDocument, { input })).createBrand;
}

async function createCampaign(input: CreateCampaignInput) {
  return (await scenario.run(CreateCampaignDocument, { input })).createCampaign;
}

/** How many brands and campaigns there are. */
async function counts(): Promise<readonly number[]> {
  const { brands } = await scenario.run(ListBrandsDocument, {});
  const { campaigns } = await scenario.run(ListCampaignsDocument, {});
  return [brands.totalCount, campaigns.totalCount];
}

const brandInput = (idempotencyKey: string): CreateBrandInput => ({
  name: 'Sakura',
  externalId: `brand of ${idempotencyKey}`,
  currency: 'JPY',
  timeZone: 'Asia/Tokyo',
  dailyBudget: '500',
  monthlyBudget: '10000',
  idempotencyKey,
});

const campaignInput = (brandId: string, idempotencyKey: string): CreateCampaignInput => ({
  brandId,
  name: 'Spring',
  externalId: `campaign of ${idempotencyKey}`,
  desiredStatus: 'PAUSED',
  dailyBudget: '500',
  startsAt: '2026-08-01T00:00:00Z',
  endsAt: '2026-09-01T00:00:00Z',
  windows: [{ days: ['MONDAY', 'FRIDAY'], start: '09:00', end: '17:00' }],
  idempotencyKey,
});

describe('a key of createBrand', () => {
  test('answers the same input with the brand made first, as it is now', async () => {
    const input = brandInput('first');
    const { brand: first } = await createBrand(input);
    const before = await counts();
    expect((await createBrand(input)).brand).toEqual(first);
    const changed = await scenario.updateBrand({ id: first?.id ?? '' }, { name: 'Other' });
    const again = await createBrand(input);
    expect(again).toMatchObject({ brand: changed, userErrors: [] });
    expect(await counts()).toEqual(before);
  });

  const OTHERS: Partial<CreateBrandInput>[] = [
    { name: 'Other' },
    { externalId: null },
    { currency: 'KRW' },
    { timeZone: 'UTC' },
    { dailyBudget: '501' },
    { monthlyBudget: null },
  ];
  test.each(OTHERS)('is an IDEMPOTENCY_CONFLICT with %j', async (other) => {
    const input = brandInput(JSON.stringify(other));
    await createBrand(input);
    const before = await counts();
    const refused = await createBrand({ ...input, ...other });
    expect([refused.brand, refusalLines(refused.userErrors)]).toEqual([null, CONFLICT]);
    expect(await counts()).toEqual(before);
  });

  test('makes one brand of many calls at once', async () => {
    const [before = 0] = await counts();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => createBrand(brandInput('at once'))),
    );
    expect(new Set(answers.map(({ brand }) => brand?.id)).size).toBe(1);
    expect((await counts())[0]).toBe(before + 1);
  });
});

describe('a key of createCampaign', () => {
  test('answers the same input with the campaign made first, though its brand is archived', async () => {
    const brand = await scenario.aBrand({ currency: 'JPY' });
    const input = campaignInput(brand.id, 'first');
    const { campaign: first } = await createCampaign(input);
    const before = await counts();
    expect((await createCampaign(input)).campaign).toEqual(first);
    await scenario.updateBrand(brand, { status: 'ARCHIVED' });
    const again = await createCampaign(input);
    expect(again.userErrors).toEqual([]);
    expect(again.campaign).toEqual(await scenario.campaign({ id: first?.id ?? '' }));
    expect(await counts()).toEqual(before);
  });

  const OTHERS: Partial<CreateCampaignInput>[] = [
    { name: 'Other' },
    { externalId: null },
    { desiredStatus: 'ACTIVE' },
    { dailyBudget: null },
    { monthlyBudget: '501' },
    { startsAt: null },
    { endsAt: '2026-09-01T00:00:00.001Z' },
    { windows: [] },
  ];
  test.each(OTHERS)('is an IDEMPOTENCY_CONFLICT with %j', async (other) => {
    const brand = await scenario.aBrand({ currency: 'JPY' });
    const input = campaignInput(brand.id, JSON.stringify(other));
    await createCampaign(input);
    const before = await counts();
    const refused = await createCampaign({ ...input, ...other });
    expect([refused.campaign, refusalLines(refused.userErrors)]).toEqual([null, CONFLICT]);
    expect(await counts()).toEqual(before);
  });

  test('is one in the whole agency, and not that of a brand', async () => {
    const [brand, other] = [await scenario.aBrand(), await scenario.aBrand()];
    await createBrand({ ...brandInput('everywhere'), externalId: null });
    const input = { ...campaignInput(brand.id, 'everywhere'), externalId: null };
    expect((await createCampaign(input)).userErrors).toEqual([]);
    const refused = await createCampaign({ ...input, brandId: other.id });
    expect(refusalLines(refused.userErrors)).toEqual(CONFLICT);
  });
});

test('a key of what was refused is free', async () => {
  const input = brandInput('refused');
  expect((await createBrand({ ...input, dailyBudget: '0' })).brand).toBeNull();
  expect((await createBrand(input)).brand?.name).toBe('Sakura');
});

test.each(['', 'ü', 'a\tb', 'a\0', '\ud800', 'x'.repeat(129)])(
  'a key is 1 to 128 printable ASCII characters: %j is INVALID',
  async (idempotencyKey) => {
    const brand = await scenario.aBrand({ currency: 'JPY' });
    const before = await counts();
    const made = await createBrand({ ...brandInput('k'), idempotencyKey });
    const campaign = await createCampaign({ ...campaignInput(brand.id, 'k'), idempotencyKey });
    const errors = [...made.userErrors, ...campaign.userErrors];
    expect(refusalLines(errors)).toEqual([
      'input.idempotencyKey INVALID',
      'input.idempotencyKey INVALID',
    ]);
    expect(await counts()).toEqual(before);
  },
);

test('keys are kept for ever: more than a year later and after a restart, too', async () => {
  const input = brandInput('for ever');
  const { brand } = await createBrand(input);
  const other = await scenario.aBrand({ currency: 'JPY' });
  const sent = campaignInput(other.id, 'for ever');
  const { campaign } = await createCampaign(sent);
  await scenario.stop();
  await scenario.start('2027-08-01T00:00:00Z');
  expect((await createBrand(input)).brand?.id).toBe(brand?.id);
  expect((await createCampaign(sent)).campaign?.id).toBe(campaign?.id);
  expect(refusalLines((await createBrand({ ...input, name: 'Other' })).userErrors)).toEqual(
    CONFLICT,
  );
});
