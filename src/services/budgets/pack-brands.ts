import type { AgencyId, BrandId } from '../../domain/ids.js';

/** A brand, and how many of its campaigns have to be loaded. */
export interface BrandLoad {
  readonly agencyId: AgencyId;
  readonly brandId: BrandId;
  readonly campaigns: number;
}

/** Brands of one agency that are dealt with in one transaction. */
export interface BrandPack {
  readonly agencyId: AgencyId;
  readonly brandIds: readonly BrandId[];
}

/** A transaction of this size takes well under a second, and so holds nobody up for longer. */
const MAX_CAMPAIGNS_PER_PACK = 2_000;

/**
 * Divides brands into packs of one agency with at most 2 000 campaigns, in their order. A brand is
 * never divided: one with more campaigns is a pack of its own.
 */
export function packBrands(brands: readonly BrandLoad[]): readonly BrandPack[] {
  return [...Map.groupBy(brands, ({ agencyId }) => agencyId)].flatMap(([agencyId, members]) =>
    cut(members).map((brandIds) => ({ agencyId, brandIds })),
  );
}

function cut(brands: readonly BrandLoad[]): readonly (readonly BrandId[])[] {
  const packs: BrandId[][] = [];
  let room = 0;
  for (const { brandId, campaigns } of brands) {
    const pack = packs.at(-1);
    if (pack === undefined || campaigns > room) {
      packs.push([brandId]);
      room = MAX_CAMPAIGNS_PER_PACK - campaigns;
    } else {
      pack.push(brandId);
      room -= campaigns;
    }
  }
  return packs;
}
