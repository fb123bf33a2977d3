import { type CounterKey, currentCounter } from '../../domain/book/tally-sheet.js';
import type { Brand } from '../../domain/brand/brand.js';
import type { Campaign } from '../../domain/campaign/campaign.js';
import type { BrandId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import {
  type CampaignPlace,
  loadCampaigns,
  loadCampaignsOfBrands,
} from '../../persistence/queries/load-campaigns.js';
import { loadTallies } from '../../persistence/queries/load-tallies.js';
import { type CampaignsFound, readCampaigns } from '../../persistence/queries/read-campaigns.js';
import type { Owner } from '../../persistence/queries/resolve-claims.js';
import type { Books } from './books.js';

/** Loads into the books every campaign of these brands that is not in them yet. */
export async function loadWholeBrands(books: Books, brandIds: readonly BrandId[]): Promise<void> {
  if (brandIds.length === 0) return;
  const campaigns = await loadCampaignsOfBrands(books.unit, books.agencyIds, brandIds);
  const missing = campaigns.filter(({ brandId, id }) => !books.of(brandId).has(id));
  await readTallies(books, keysOf(books, missing));
  books.add(missing);
}

/** Loads into the books those of these campaigns that are not in them yet; their brands are locked. */
export async function addCampaigns(books: Books, places: readonly CampaignPlace[]): Promise<void> {
  const missing = places.filter(({ campaignId }) => books.findByCampaign(campaignId) === null);
  const campaigns = await loadCampaigns(books.unit, books.known.campaigns, missing);
  await readTallies(books, keysOf(books, campaigns));
  books.add(campaigns);
}

/** Loads into the books every campaign of their brands. */
export async function openWholeBrands(books: Books): Promise<void> {
  const brands = books.all().map(({ brand }) => brand);
  await readTallies(books, brandKeys(brands));
  await loadWholeBrands(
    books,
    brands.map(({ id }) => id),
  );
}

/** Reads the named campaigns of these brands, what of theirs is due, and the counters of all. */
export function readBooks(
  { unit, known, tallies: sheet }: Pick<Books, 'unit' | 'known' | 'tallies'>,
  { brands, named, now }: Reading,
): Promise<CampaignsFound> {
  const byId = new Map(brands.map((brand) => [brand.id, brand]));
  const campaignKeys = named.flatMap(({ campaignId, brandId }) => {
    const brand = byId.get(brandId);
    return brand ? currentKeys(campaignId, brand) : [];
  });
  const counters = [...brandKeys(brands), ...campaignKeys];
  return readCampaigns(unit, known, { query: { brands, named, counters, now }, sheet });
}

/** Which campaigns to read of which brands, and as of when. */
export interface Reading {
  readonly brands: readonly Brand[];
  readonly named: readonly Owner[];
  readonly now: Instant;
}

/** Puts into the books what was found, and what of it is due. */
export async function addFound(books: Books, { campaigns, due }: CampaignsFound): Promise<void> {
  books.add(campaigns);
  if (due.length > 0) await addCampaigns(books, due);
}

/** Enters counters into the books as the database has them. */
export function readTallies(books: Books, keys: readonly CounterKey[]): Promise<void> {
  const { unit, known, tallies: sheet } = books;
  return loadTallies(unit, known.counters, { keys, sheet });
}

function brandKeys(brands: readonly Brand[]): readonly CounterKey[] {
  return brands.flatMap((brand) => currentKeys(brand.id, brand));
}

function keysOf(books: Books, campaigns: readonly Campaign[]): readonly CounterKey[] {
  return campaigns.flatMap(({ id, brandId }) => currentKeys(id, books.of(brandId).brand));
}

/** The counters of what a brand's present day and month cost an owner. */
export function currentKeys(ownerId: string, brand: Brand): readonly CounterKey[] {
  return [currentCounter(ownerId, 'DAY', brand), currentCounter(ownerId, 'MONTH', brand)];
}
