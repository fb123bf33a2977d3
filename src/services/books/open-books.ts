import type { Reach } from '../../domain/access/caller.js';
import { BrandBook } from '../../domain/book/brand-book.js';
import { type CounterKey, currentCounter, TallySheet } from '../../domain/book/tally-sheet.js';
import type { Brand } from '../../domain/brand/brand.js';
import type { Campaign } from '../../domain/campaign/campaign.js';
import type { BrandId, CampaignId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { loadCampaignsOfBrands, loadNamedOrDue } from '../../persistence/queries/load-campaigns.js';
import { loadTallies } from '../../persistence/queries/load-tallies.js';
import { lockBrands } from '../../persistence/queries/lock-brands.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { BookKernel } from '../kernel.js';
import { Books } from './books.js';

/** Which brands to lock, and which of their campaigns to load beside those that are due. */
export interface Selection {
  readonly brands: readonly BrandId[];
  /** `ALL`: every campaign of these brands. */
  readonly campaigns: readonly CampaignId[] | 'ALL';
}

/** Brands and campaigns of one agency, as far as somebody reaches. */
export interface Scope extends Selection {
  readonly reach: Reach;
}

/**
 * Locks the brands, loads what is selected and everything that is due, and settles it as of now:
 * three statements, whatever the number of rows. What is unknown, or out of the unit's reach, is
 * left out.
 */
export async function openBooks(
  kernel: BookKernel,
  unit: UnitOfWork,
  {
    agencyIds,
    brands: ids,
    campaigns: named,
  }: Selection & { readonly agencyIds: readonly string[] },
): Promise<Books> {
  const brands = await lockBrands(unit, agencyIds, [...new Set(ids)]);
  // Only now, with the locks held, is "now" later than all that these books hold.
  const now = await presentInstant(kernel, unit);
  const campaigns = await loadSelected(unit, named, { brands, now });
  const tallies = new TallySheet();
  const books = brands.map((brand) => new BrandBook(brand, tallies, now));
  const opened = new Books(unit, { now, tallies }, books);
  await addCampaigns(opened, campaigns, brands);
  for (const book of books) book.settle();
  return opened;
}

/** Loads into the books every campaign of these brands that is not in them yet. */
export async function loadWholeBrands(books: Books, brandIds: readonly BrandId[]): Promise<void> {
  if (brandIds.length === 0) return;
  const campaigns = await loadCampaignsOfBrands(books.unit, books.agencyIds, brandIds);
  const missing = campaigns.filter(({ brandId, id }) => !books.of(brandId).has(id));
  await addCampaigns(books, missing, []);
}

/** Loads into the books those of these campaigns that are not in them yet; their brands are locked. */
export async function loadCampaigns(books: Books, ids: readonly CampaignId[]): Promise<void> {
  const { unit, agencyIds, now } = books;
  const missing = ids.filter((id) => books.findByCampaign(id) === null);
  if (missing.length === 0) return;
  // What is due was loaded when the books were opened: nothing needs to be settled.
  const query = { agencyIds, campaignIds: missing, brandIds: [], now };
  await addCampaigns(books, await loadNamedOrDue(unit, query), []);
}

async function loadSelected(
  unit: UnitOfWork,
  named: Selection['campaigns'],
  { brands, now }: { readonly brands: readonly Brand[]; readonly now: Instant },
): Promise<readonly Campaign[]> {
  if (brands.length === 0) return [];
  const brandIds = brands.map(({ id }) => id);
  const agencyIds = [...new Set(brands.map(({ agencyId }) => agencyId))];
  const locked = new Set(brandIds);
  const campaigns =
    named === 'ALL'
      ? await loadCampaignsOfBrands(unit, agencyIds, brandIds)
      : await loadNamedOrDue(unit, { agencyIds, campaignIds: named, brandIds, now });
  return campaigns.filter(({ brandId }) => locked.has(brandId));
}

async function addCampaigns(
  books: Books,
  campaigns: readonly Campaign[],
  brands: readonly Brand[],
): Promise<void> {
  const keys = [
    ...brands.flatMap((brand) => currentKeys(brand.id, brand)),
    ...campaigns.flatMap(({ id, brandId }) => currentKeys(id, books.of(brandId).brand)),
  ];
  if (keys.length > 0) await loadTallies(books.unit, keys, books.tallies);
  books.add(campaigns);
}

function currentKeys(ownerId: string, brand: Brand): readonly CounterKey[] {
  return [currentCounter(ownerId, 'DAY', brand), currentCounter(ownerId, 'MONTH', brand)];
}
