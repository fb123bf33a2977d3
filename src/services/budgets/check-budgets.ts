import { wholeAgency } from '../../domain/access/caller.js';
import type { BrandPlace, WalkedBrand } from '../../persistence/queries/brands-after.js';
import {
  brandsAfter,
  countAllCampaigns,
  WALK_START,
} from '../../persistence/queries/brands-after.js';
import { withBooks } from '../books/with-books.js';
import type { BookKernel } from '../kernel.js';
import { applyDue, type DueReport } from './apply-due.js';
import { packBrands } from './pack-brands.js';
import { type Difference, repairBooks } from './repair-books.js';

const BRANDS_PER_CHUNK = 100;
/** Of those that are not due, so many campaigns, or one brand's, are looked at in each check. */
const MAX_CAMPAIGNS_PER_ROUND = 500;

/** Where a process's round through all brands stands; each check goes on from there. */
export class CheckRound {
  place: BrandPlace = WALK_START;
}

/**
 * Does everything that is due, evaluates from the facts what was due and the next few hundred
 * campaigns of the round, and repairs what differs: normally nothing. The round finds in time what
 * no instant points at, such as a row that was changed by hand; its cost does not grow with the
 * number of campaigns.
 */
export async function checkBudgets(
  kernel: BookKernel,
  round: CheckRound,
  signal?: AbortSignal,
): Promise<DueReport> {
  const report = await applyDue(kernel, { repair: true, ...(signal && { signal }) });
  const candidates = await brandsAfter(kernel.database.everywhere, round.place, BRANDS_PER_CHUNK);
  const brands = firstOf(candidates);
  const differences = await checkBrands(kernel, brands);
  round.place = brands.at(-1) ?? WALK_START;
  return { ...report, differences: [...report.differences, ...differences] };
}

/** How far a check of everything has come. */
export interface CheckProgress {
  readonly campaigns: number;
  readonly ofCampaigns: number;
}

/** What a check of everything looked at, and what it repaired. */
export interface CheckReport {
  readonly brands: number;
  readonly campaigns: number;
  readonly differences: readonly Difference[];
}

/**
 * Evaluates every campaign of every agency from the facts, after doing what is due on it, and
 * repairs what differs. In transactions of bounded size; `onProgress` is called after each.
 */
export async function checkAll(
  kernel: BookKernel,
  onProgress: (progress: CheckProgress) => void = () => undefined,
): Promise<CheckReport> {
  const ofCampaigns = await countAllCampaigns(kernel.database.everywhere);
  const differences: Difference[] = [];
  let brands = 0;
  let campaigns = 0;
  let place: BrandPlace | undefined = WALK_START;
  while (place !== undefined) {
    const chunk: readonly WalkedBrand[] = await brandsAfter(
      kernel.database.everywhere,
      place,
      BRANDS_PER_CHUNK,
    );
    differences.push(...(await checkBrands(kernel, chunk)));
    brands += chunk.length;
    campaigns += chunk.reduce((sum, brand) => sum + brand.campaigns, 0);
    onProgress({ campaigns, ofCampaigns: Math.max(campaigns, ofCampaigns) });
    place = chunk.at(-1);
  }
  return { brands, campaigns, differences };
}

async function checkBrands(
  kernel: BookKernel,
  brands: readonly WalkedBrand[],
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const { agencyId, brandIds } of packBrands(brands)) {
    const reach = wholeAgency(agencyId);
    const scope = { reach, brands: brandIds, campaigns: 'ALL' } as const;
    differences.push(...(await withBooks(kernel, scope, repairBooks)));
  }
  return differences;
}

/** As many of the brands, at least one, as have no more than a round's campaigns together. */
function firstOf(brands: readonly WalkedBrand[]): readonly WalkedBrand[] {
  let campaigns = 0;
  const end = brands.findIndex((brand, i) => {
    campaigns += brand.campaigns;
    return i > 0 && campaigns > MAX_CAMPAIGNS_PER_ROUND;
  });
  return end === -1 ? brands : brands.slice(0, end);
}
