import type { Caller } from '../../domain/access/caller.js';
import type { BrandId, CampaignId } from '../../domain/ids.js';
import { invariant } from '../../domain/errors.js';
import { joinTransaction } from '../../persistence/join-transaction.js';
import { createBrand } from '../brands/create-brand.js';
import { createCampaign } from '../campaigns/create-campaign.js';
import type { BookKernel } from '../kernel.js';
import { accepted } from '../refusal.js';
import type { BrandSlot, CampaignSlot } from './import-directory.js';

/** How many brands and campaigns were made. */
export interface MadeOwners {
  readonly brands: number;
  readonly campaigns: number;
}

/**
 * Makes those of the campaigns, and their brands, that are not there yet, in one transaction, and
 * notes their ids in the slots. Throws Refusal if one of them cannot be made; then none is.
 */
export async function makeOwners(
  kernel: BookKernel,
  caller: Caller,
  campaigns: Iterable<CampaignSlot>,
): Promise<MadeOwners> {
  const planned = plannedAmong(campaigns);
  if (planned.campaigns.length === 0) return { brands: 0, campaigns: 0 };
  const made = await kernel.database.within(caller).write(async (unit) => {
    const inside = { ...kernel, database: joinTransaction(kernel.database, unit) };
    const brandIds = new Map<BrandSlot, BrandId>();
    for (const slot of planned.brands) brandIds.set(slot, await makeBrand(inside, caller, slot));
    const campaignIds = new Map<CampaignSlot, CampaignId>();
    for (const { slot, brandId } of inLockOrder(planned.campaigns, brandIds)) {
      campaignIds.set(slot, await makeCampaign(inside, caller, { slot, brandId }));
    }
    return { brandIds, campaignIds };
  });
  // Only now: a transaction that lost a race would have run again.
  for (const [slot, id] of made.brandIds) slot.id = id;
  for (const [slot, id] of made.campaignIds) slot.id = id;
  return { brands: made.brandIds.size, campaigns: made.campaignIds.size };
}

/** A brand that is not there has no campaign either. */
export function plannedAmong(campaigns: Iterable<CampaignSlot>): {
  readonly brands: readonly BrandSlot[];
  readonly campaigns: readonly CampaignSlot[];
} {
  const planned = [...new Set(campaigns)].filter(({ id }) => id === null);
  const brands = [...new Set(planned.map(({ brand }) => brand))].filter(({ id }) => id === null);
  return { brands, campaigns: planned };
}

interface CampaignPlace {
  readonly slot: CampaignSlot;
  readonly brandId: BrandId;
}

/** Making a campaign locks its brand: whoever locks several does it in the order of their ids. */
function inLockOrder(
  slots: readonly CampaignSlot[],
  brandIds: ReadonlyMap<BrandSlot, BrandId>,
): readonly CampaignPlace[] {
  const places = slots.map((slot) => {
    const brandId = slot.brand.id ?? brandIds.get(slot.brand);
    invariant(brandId !== undefined, 'a brand is made before its campaigns');
    return { slot, brandId };
  });
  return places.toSorted((a, b) => (a.brandId < b.brandId ? -1 : a.brandId > b.brandId ? 1 : 0));
}

async function makeBrand(kernel: BookKernel, caller: Caller, slot: BrandSlot): Promise<BrandId> {
  const { name, externalId, currency, timeZone } = slot;
  const noCaps = { dailyBudget: null, monthlyBudget: null };
  const request = { name, externalId, currency, timeZone, ...noCaps, idempotencyKey: null };
  return accepted(await createBrand(kernel, caller, request)).brand.id;
}

async function makeCampaign(
  kernel: BookKernel,
  caller: Caller,
  { slot, brandId }: CampaignPlace,
): Promise<CampaignId> {
  const snapshot = accepted(
    await createCampaign(kernel, caller, {
      brandId,
      name: slot.name,
      externalId: slot.externalId,
      desiredStatus: 'ACTIVE',
      dailyBudget: null,
      monthlyBudget: null,
      startsAt: null,
      endsAt: null,
      windows: [],
      idempotencyKey: null,
    }),
  );
  return snapshot.campaign.id;
}
