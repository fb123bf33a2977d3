import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type BrandPartsFragment,
  type CampaignPartsFragment,
  CreateCampaignDocument,
  type CreateCampaignInput,
  UpdateBrandDocument,
  type UpdateBrandInput,
  UpdateCampaignDocument,
  type UpdateCampaignInput,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

const scenario = useScenario({ clock: '2026-07-15T12:00:00Z', lasts: 'THE_FILE' });

const STARTS = '2026-07-10T00:00:00.000Z';
const ENDS = '2026-07-20T00:00:00.000Z';
const CAPS = { dailyBudget: '10', monthlyBudget: '100' };

let serial = 0;
let brand: BrandPartsFragment;
let campaign: CampaignPartsFragment;

beforeEach(async () => {
  serial += 1;
  brand = await scenario.aBrand({ ...CAPS, externalId: `b-${serial}` });
  campaign = await scenario.aCampaign(brand, {
    ...CAPS,
    externalId: `c-${serial}`,
    startsAt: STARTS,
    endsAt: ENDS,
  });
});

/** Why a change of the brand is refused; that nothing changes. */
async function brandRefusals(changes: Omit<UpdateBrandInput, 'id'>): Promise<readonly string[]> {
  const input = { id: brand.id, ...changes };
  const { updateBrand } = await scenario.run(UpdateBrandDocument, { input });
  expect(await scenario.brand(brand)).toEqual(brand);
  return refusalLines(updateBrand.userErrors);
}

/** The same of the campaign. */
async function campaignRefusals(
  changes: Omit<UpdateCampaignInput, 'id'>,
): Promise<readonly string[]> {
  const input = { id: campaign.id, ...changes };
  const { updateCampaign } = await scenario.run(UpdateCampaignDocument, { input });
  expect(await scenario.campaign(campaign)).toEqual(campaign);
  return refusalLines(updateCampaign.userErrors);
}

test.each([{}, { version: 1 }, { version: null }])(
  'an id and %j alone are INVALID',
  async (changes) => {
    expect(await brandRefusals(changes)).toEqual(['input INVALID']);
    expect(await campaignRefusals(changes)).toEqual(['input INVALID']);
  },
);

describe('null', () => {
  test('is REQUIRED for each that cannot be cleared, and refuses the others with it', async () => {
    const cleared = { name: null, timeZone: null, status: null, dailyBudget: null };
    expect(await brandRefusals(cleared)).toEqual([
      'input.name REQUIRED',
      'input.timeZone REQUIRED',
      'input.status REQUIRED',
    ]);
    expect(await campaignRefusals({ name: null, desiredStatus: null, endsAt: null })).toEqual([
      'input.name REQUIRED',
      'input.desiredStatus REQUIRED',
    ]);
  });

  test('clears budgets, externalId and flight, and nothing else', async () => {
    const none = { dailyBudget: null, monthlyBudget: null, externalId: null };
    const after = await scenario.updateBrand(brand, none);
    expect(after).toMatchObject({ ...none, name: brand.name, status: 'ACTIVE', version: 2 });
    const flight = { startsAt: null, endsAt: null };
    const cleared = await scenario.updateCampaign(campaign, { ...none, ...flight });
    const { name, desiredStatus } = campaign;
    expect(cleared).toMatchObject({ ...none, ...flight, name, desiredStatus, version: 2 });
  });

  test('absent leaves what there is', async () => {
    const renamed = await scenario.updateCampaign(campaign, { name: 'Other' });
    expect(renamed).toEqual({ ...campaign, name: 'Other', version: 2 });
    const other = await scenario.updateBrand(brand, { name: 'Other' });
    expect(other).toEqual({ ...brand, name: 'Other', version: 2 });
  });

  test.each(['id: null', 'id: 7.5', 'desiredStatus: "PAUSED"', 'desiredStatus: ENDED'])(
    'and what is no value of a field at all is bad input: %s',
    async (field) => {
      const id = field.startsWith('id') ? '' : `id: "${campaign.id}",`;
      const { data, errors } = await scenario.send(
        `mutation { updateCampaign(input: { ${id} name: "Other", ${field} }) { campaign { id } } }`,
      );
      expect([data, errors.map(({ extensions }) => extensions?.code)]).toEqual([
        null,
        ['BAD_USER_INPUT'],
      ]);
      expect(await scenario.campaign(campaign)).toEqual(campaign);
    },
  );
});

describe('a flight', () => {
  const NONE: Omit<UpdateCampaignInput, 'id'>[] = [
    { startsAt: ENDS, endsAt: ENDS },
    { startsAt: '2026-08-02T00:00:00Z', endsAt: '2026-08-01T00:00:00Z' },
    { endsAt: STARTS },
    { endsAt: '2026-07-09T23:59:59.999Z' },
    { startsAt: ENDS },
    { startsAt: '2026-07-21T00:00:00Z', name: 'Other' },
  ];
  test.each(NONE)('that does not end after it begins is INVALID on endsAt: %j', async (changes) => {
    expect(await campaignRefusals(changes)).toEqual(['input.endsAt INVALID']);
    const { startsAt = STARTS, endsAt = ENDS } = changes;
    const input = { brandId: brand.id, name: 'New', startsAt, endsAt };
    const { createCampaign } = await scenario.run(CreateCampaignDocument, { input });
    expect(createCampaign.campaign).toBeNull();
    expect(refusalLines(createCampaign.userErrors)).toEqual(['input.endsAt INVALID']);
  });

  const SOME: Partial<CreateCampaignInput>[] = [
    { startsAt: null, endsAt: '2020-01-01T00:00:00Z' },
    { endsAt: '2026-07-10T00:00:00.001Z' },
    { startsAt: '2026-07-19T23:59:59.999Z' },
    { startsAt: '2027-01-01T00:00:00Z', endsAt: null },
  ];
  test.each(SOME)('may be short, and may be over: %j', async (flight) => {
    expect((await scenario.updateCampaign(campaign, flight)).version).toBe(2);
    const made = await scenario.aCampaign(brand, { startsAt: STARTS, endsAt: ENDS, ...flight });
    expect(made.blockers.map(({ code }) => code)).toEqual(
      (await scenario.campaign(campaign)).blockers.map(({ code }) => code),
    );
  });

  test('that is over is ENDED at once', async () => {
    const over = await scenario.updateCampaign(campaign, { endsAt: '2026-07-15T11:59:59.999Z' });
    expect(over).toMatchObject({ status: 'INACTIVE', blockers: [{ code: 'ENDED' }] });
  });
});

test('a daily cap may be above the monthly one', async () => {
  const caps = { dailyBudget: '100.01', monthlyBudget: '100' };
  const amounts = { dailyBudget: { amount: '100.01' }, monthlyBudget: { amount: '100' } };
  expect(await scenario.aBrand(caps)).toMatchObject(amounts);
  expect(await scenario.aCampaign(brand, caps)).toMatchObject(amounts);
  expect(await scenario.updateBrand(brand, { dailyBudget: '100.01' })).toMatchObject(amounts);
  expect(await scenario.updateCampaign(campaign, { dailyBudget: '100.01' })).toMatchObject(amounts);
});
