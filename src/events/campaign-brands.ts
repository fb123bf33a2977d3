import type { AgencyId, BrandId, CampaignId } from '../domain/ids.js';
import { brandsOfCampaigns } from '../persistence/queries/brands-of-campaigns.js';
import type { Sql } from '../persistence/unit-of-work.js';

/** About 15 MB. Beyond it, everything is forgotten and read anew. */
const MAX_KNOWN = 100_000;

/** Which brand a campaign belongs to. It never changes, so what was read once stays right. */
export class CampaignBrands {
  private readonly known = new Map<CampaignId, BrandId | null>();

  constructor(private readonly sql: Sql) {}

  /** The brand; null if it is unknown. */
  brandOf(id: CampaignId): BrandId | null {
    return this.known.get(id) ?? null;
  }

  /** Whether there is nothing to be read about these. */
  knows(ids: readonly CampaignId[]): boolean {
    return ids.every((id) => this.known.has(id));
  }

  /** Reads the brands of those that are not known yet. */
  async learn(agencyId: AgencyId, ids: readonly CampaignId[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.known.has(id));
    if (missing.length === 0) return;
    const found = await brandsOfCampaigns(this.sql, agencyId, missing);
    for (const id of missing) this.known.set(id, found.get(id) ?? null);
  }

  /** Keeps the memory bounded; not to be called between `learn` and `brandOf`. */
  trim(): void {
    if (this.known.size > MAX_KNOWN) this.known.clear();
  }
}
