import { formatMicros } from '../../src/domain/money/micros.js';
import type { Connections } from './connections.js';
import type { Plan } from './plan.js';

interface Refusals {
  readonly userErrors: readonly { readonly message: string }[];
}

interface BrandAnswer {
  readonly createBrand: Refusals & { readonly brand: { readonly id: string } | null };
}

interface CampaignAnswer {
  readonly createCampaign: Refusals & { readonly campaign: { readonly id: string } | null };
}

const CREATE_BRAND = `mutation ($input: CreateBrandInput!) {
  createBrand(input: $input) { brand { id } userErrors { message } }
}`;
const CREATE_CAMPAIGN = `mutation ($input: CreateCampaignInput!) {
  createCampaign(input: $input) { campaign { id } userErrors { message } }
}`;

/** Makes the brands and campaigns of a plan; gives the campaigns' ids in its order. */
export async function makeCampaigns(
  api: { readonly connections: Connections; readonly url: string },
  { brandBudgetsMicros, campaigns }: Plan,
): Promise<readonly string[]> {
  const ask = <Answer>(query: string, input: object): Promise<Answer> =>
    api.connections.ask(api.url, { query, variables: { input } });
  const timeZone = zoneAtNoon();
  const brandIds: string[] = [];
  for (const [i, budget] of brandBudgetsMicros.entries()) {
    const input = { name: `Brand ${i}`, currency: 'EUR', timeZone, dailyBudget: amountOf(budget) };
    const { createBrand } = await ask<BrandAnswer>(CREATE_BRAND, input);
    brandIds.push(idOf(createBrand.brand, createBrand));
  }
  const ids: string[] = [];
  for (const [i, { brand, dailyBudgetMicros }] of campaigns.entries()) {
    const dailyBudget = amountOf(dailyBudgetMicros);
    const input = { name: `Campaign ${i}`, brandId: brandIds[brand], dailyBudget };
    const { createCampaign } = await ask<CampaignAnswer>(CREATE_CAMPAIGN, input);
    ids.push(idOf(createCampaign.campaign, createCampaign));
  }
  return ids;
}

/** A zone in which no day ends while this runs. */
function zoneAtNoon(): string {
  const hour = new Date().getUTCHours();
  return hour >= 6 && hour < 18 ? 'UTC' : 'Asia/Tokyo';
}

function amountOf(micros: bigint | null): string | null {
  return micros === null ? null : formatMicros(micros);
}

function idOf(made: { readonly id: string } | null, { userErrors }: Refusals): string {
  if (made) return made.id;
  throw new Error(userErrors.map(({ message }) => message).join('; '));
}
