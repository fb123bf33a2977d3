import { describe, expect, test } from '@jest/globals';
import type { DaypartingWindow } from '../../../src/domain/schedule/window.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import type { CreateCampaignRequest } from '../../../src/services/campaigns/campaign-requests.js';
import { createCampaign } from '../../../src/services/campaigns/create-campaign.js';
import { updateCampaign } from '../../../src/services/campaigns/update-campaign.js';
import { accepted, refusals } from '../../support/accepted.js';
import { brandPatch, campaignPatch, campaignRequest } from '../../support/requests.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const MORNINGS: DaypartingWindow = { days: ['WEDNESDAY'], startMinute: 480, endMinute: 720 };

function create(details: Partial<CreateCampaignRequest> & { readonly brandId: string }) {
  return createCampaign(world.kernel, world.caller, campaignRequest(details));
}

async function countCampaigns(): Promise<number> {
  const sql = 'select 1 from campaign where agency_id = $1';
  return (await world.rows(sql, [world.caller.agencyId])).length;
}

describe('an idempotency key', () => {
  const details = {
    name: 'Summer',
    externalId: 'crm-1',
    dailyBudget: '10',
    windows: [{ ...MORNINGS, days: ['MONDAY', 'WEDNESDAY'] as const }],
    idempotencyKey: 'key-1',
  };

  test('answers the same input with the campaign made first, as it is now', async () => {
    const { brand } = await world.aBrand();
    const { campaign } = await world.aCampaign({ brandId: brand.id, ...details });
    const patch = campaignPatch({ id: campaign.id, name: 'Autumn', dailyBudget: null });
    accepted(await updateCampaign(world.kernel, world.caller, patch));
    const archive = brandPatch({ id: brand.id, status: 'ARCHIVED' });
    accepted(await updateBrand(world.kernel, world.caller, archive));
    world.at('2027-03-01T00:00Z');
    const windows = [{ ...MORNINGS, days: ['WEDNESDAY', 'MONDAY'] as const }];
    const again = await world.aCampaign({
      brandId: brand.id,
      ...details,
      name: ' Summer ',
      dailyBudget: '10.0',
      windows,
    });
    expect(again).toEqual(await world.campaignNow(campaign.id));
    expect(again.campaign).toMatchObject({ id: campaign.id, name: 'Autumn', version: 2 });
    expect(await countCampaigns()).toBe(1);
  });

  test.each<[string, Partial<CreateCampaignRequest>]>([
    ['name', { name: 'Winter' }],
    ['externalId', { externalId: 'crm-2' }],
    ['desired status', { desiredStatus: 'PAUSED' }],
    ['daily cap', { dailyBudget: null }],
    ['monthly cap', { monthlyBudget: '10' }],
    ['beginning', { startsAt: 5 }],
    ['end', { endsAt: 5 }],
    ['schedule', { windows: [] }],
  ])('is an IDEMPOTENCY_CONFLICT with another %s', async (_, other) => {
    const { brand } = await world.aBrand();
    await world.aCampaign({ brandId: brand.id, ...details });
    const outcome = await create({ brandId: brand.id, ...details, ...other });
    expect(refusals(outcome)).toEqual(['input.idempotencyKey IDEMPOTENCY_CONFLICT']);
  });

  test('is an IDEMPOTENCY_CONFLICT in another brand, also at the same moment', async () => {
    const { brand } = await world.aBrand();
    const other = await world.aBrand();
    const outcomes = await Promise.all(
      [brand, other.brand, brand, other.brand, brand, other.brand].map(({ id }) =>
        create({ brandId: id, ...details }),
      ),
    );
    const made = outcomes.filter(({ ok }) => ok).map((outcome) => accepted(outcome).campaign.id);
    const refused = outcomes.filter(({ ok }) => !ok).flatMap(refusals);
    expect(made).toEqual(Array(3).fill(made[0]));
    expect(refused).toEqual(Array(3).fill('input.idempotencyKey IDEMPOTENCY_CONFLICT'));
    expect(await countCampaigns()).toBe(1);
  });

  test('stays free when the campaign is refused', async () => {
    const { brand } = await world.aBrand();
    await world.aCampaign({ brandId: brand.id, externalId: 'crm-1' });
    const outcome = await create({ brandId: brand.id, ...details });
    expect(refusals(outcome)).toEqual(['input.externalId TAKEN']);
    accepted(await create({ brandId: brand.id, ...details, externalId: null }));
  });
});
