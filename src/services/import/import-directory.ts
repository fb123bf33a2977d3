import type { AgencyId, BrandId, CampaignId } from '../../domain/ids.js';
import { MAX_KEY_LENGTH } from '../../domain/input/key.js';
import type { ImportField } from '../../domain/import/import-columns.js';
import type { ImportRow } from '../../domain/import/read-import-row.js';
import { err, ok, type Result } from '../../domain/result.js';
import {
  findBrandsByExternalId,
  findCampaignsByExternalId,
  type ImportCampaign,
} from '../../persistence/queries/find-import-owners.js';
import type { Sql } from '../../persistence/unit-of-work.js';

/** A brand that rows name; `id` is null until it is made. */
export interface BrandSlot {
  readonly externalId: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly archived: boolean;
  id: BrandId | null;
}

/** A campaign of such a brand; `id` is null until it is made. */
export interface CampaignSlot {
  readonly externalId: string;
  readonly name: string;
  readonly brand: BrandSlot;
  id: CampaignId | null;
}

/** What an import may make, and how. */
export interface DirectoryRules {
  readonly create: boolean;
  /** Of the amounts; null: each brand's own. */
  readonly currency: string | null;
  readonly timeZone: string;
}

/** Why a row has no place to go to, and which of its fields says so. */
export interface Misplaced {
  readonly field: ImportField;
  readonly message: string;
}

/** Whose spend the rows are: the brands and campaigns of an agency, and those that are to be made. */
export class ImportDirectory {
  private readonly brands = new Map<string, BrandSlot | null>();
  /** By external id, as the database has them; null: it has none. */
  private readonly found = new Map<string, ImportCampaign | null>();
  /** By external id, those that rows have been placed in. */
  private readonly placed = new Map<string, CampaignSlot>();

  constructor(
    private readonly sql: Sql,
    private readonly agencyId: AgencyId,
    private readonly rules: DirectoryRules,
  ) {}

  /** Looks up all that the rows name, in two statements at most. */
  async learn(rows: readonly ImportRow[]): Promise<void> {
    const brandKeys = unknownOf(
      this.brands,
      rows.map(({ brandKey }) => brandKey),
    );
    const keys = rows.flatMap((row) => [plainKey(row), keyInBrand(row)]);
    const campaignKeys = unknownOf(this.found, keys);
    if (brandKeys.length > 0) await this.learnBrands(brandKeys);
    if (campaignKeys.length > 0) await this.learnCampaigns(campaignKeys);
  }

  /** The campaign that a row's spend is of; to be made if it is not there and that is wanted. */
  place(row: ImportRow): Result<CampaignSlot, Misplaced> {
    const brand = this.brands.get(row.brandKey) ?? this.planBrand(row);
    if (brand === null) return misplaced('brand', 'No brand has this external id.');
    const { currency } = this.rules;
    if (currency !== null && currency !== brand.currency) {
      return misplaced('amount', `The brand's currency is ${brand.currency}, not ${currency}.`);
    }
    const campaign = this.campaignOf(brand, row);
    return campaign ? ok(campaign) : this.planCampaign(brand, row);
  }

  private async learnBrands(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.brands.set(key, null);
    for (const found of await findBrandsByExternalId(this.sql, this.agencyId, keys)) {
      const { externalId, id, currency, timeZone, status } = found;
      const archived = status === 'ARCHIVED';
      this.brands.set(externalId, { externalId, name: '', currency, timeZone, archived, id });
    }
  }

  private async learnCampaigns(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.found.set(key, null);
    const campaigns = await findCampaignsByExternalId(this.sql, this.agencyId, keys);
    for (const campaign of campaigns) this.found.set(campaign.externalId, campaign);
  }

  private planBrand(row: ImportRow): BrandSlot | null {
    const { create, currency, timeZone } = this.rules;
    if (!create || currency === null) return null;
    const { brandKey: externalId, brandName } = row;
    const name = brandName ?? externalId;
    const brand = { externalId, name, currency, timeZone, archived: false, id: null };
    this.brands.set(externalId, brand);
    return brand;
  }

  private campaignOf(brand: BrandSlot, row: ImportRow): CampaignSlot | null {
    for (const externalId of [plainKey(row), keyInBrand(row)]) {
      const placed = this.placed.get(externalId);
      if (placed?.brand === brand) return placed;
      const found = this.found.get(externalId);
      if (found?.brandId === brand.id) {
        const campaign = { externalId, name: '', brand, id: found.id };
        this.placed.set(externalId, campaign);
        return campaign;
      }
    }
    return null;
  }

  /** Campaigns of two brands may go by the same key here, but external ids are the agency's. */
  private planCampaign(brand: BrandSlot, row: ImportRow): Result<CampaignSlot, Misplaced> {
    const field = row.campaignKey === null ? 'brand' : 'campaign';
    if (!this.rules.create)
      return misplaced(field, 'The brand has no campaign with this external id.');
    if (brand.archived)
      return misplaced('brand', 'The brand is archived: nothing can be made in it.');
    const isFree = (key: string): boolean => !this.placed.has(key) && !this.found.get(key);
    const externalId = [plainKey(row), keyInBrand(row)].find(isFree);
    if (externalId === undefined || externalId.length > MAX_KEY_LENGTH) {
      return misplaced(field, 'Campaigns of other brands have this external id.');
    }
    const name = row.campaignKey ?? row.brandName ?? row.brandKey;
    const campaign = { externalId, name, brand, id: null };
    this.placed.set(externalId, campaign);
    return ok(campaign);
  }
}

/** Without campaigns in the file, a brand has one, which goes by the brand's key. */
function plainKey({ campaignKey, brandKey }: ImportRow): string {
  return campaignKey ?? brandKey;
}

function keyInBrand(row: ImportRow): string {
  return `${row.brandKey}/${plainKey(row)}`;
}

function unknownOf(known: ReadonlyMap<string, unknown>, keys: readonly string[]): string[] {
  return [...new Set(keys)].filter((key) => !known.has(key));
}

function misplaced(
  field: ImportField,
  message: string,
): { readonly ok: false; readonly error: Misplaced } {
  return err({ field, message });
}
