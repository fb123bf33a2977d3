import type { Caller } from '../../domain/access/caller.js';
import type { BrandId } from '../../domain/ids.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import { openBrandsAfter, openCampaignsAfter } from '../../persistence/queries/owners-to-reset.js';
import { findBrandIdsByKeys } from '../brands/find-brand-ids.js';
import type { BookKernel } from '../kernel.js';
import { UNWATCHED, type Watcher } from '../progress.js';
import { accepted } from '../refusal.js';
import { resetBrandBudget } from './reset-brand-budget.js';
import { resetBudgets } from './reset-budgets.js';

/** Whose budgets are to count from zero again: those of some brands, or of all that are not archived. */
export interface ResetManyRequest {
  readonly period: BudgetPeriod;
  /** Ids as clients see them, or external ids. */
  readonly brands: readonly string[] | 'ALL';
  readonly watcher?: Watcher;
}

/** How many counters were reset. */
export interface ResetManyReport {
  readonly brands: number;
  readonly campaigns: number;
  /** Campaigns that were archived meanwhile. */
  readonly refused: number;
}

const BRANDS_PER_PAGE = 500;
/** What one bulk reset takes. */
const CAMPAIGNS_PER_CHUNK = 500;

/**
 * Sets aside what brands and all their campaigns spent in the current day or month, each brand and
 * each 500 campaigns in a transaction of their own. Throws InputError for a brand that is not there,
 * before anything is reset, and Refusal for one that is archived.
 */
export async function resetManyBudgets(
  kernel: BookKernel,
  caller: Caller,
  { period, brands, watcher = UNWATCHED }: ResetManyRequest,
): Promise<ResetManyReport> {
  const ids =
    brands === 'ALL'
      ? await allBrands(kernel, caller)
      : await findBrandIdsByKeys(kernel, caller, brands);
  const report = { brands: 0, campaigns: 0, refused: 0 };
  for (const id of ids) {
    watcher.signal.throwIfAborted();
    accepted(await resetBrandBudget(kernel, caller, { id, period }));
    report.brands += 1;
    for await (const campaignIds of campaignsOf(kernel, caller, id)) {
      const results = accepted(await resetBudgets(kernel, caller, { ids: campaignIds, period }));
      const reset = results.filter(({ ok }) => ok).length;
      report.campaigns += reset;
      report.refused += results.length - reset;
    }
    watcher.onProgress({ phase: 'Resetting', done: report.brands, total: ids.length });
  }
  return report;
}

async function allBrands(kernel: BookKernel, caller: Caller): Promise<readonly BrandId[]> {
  const ids: BrandId[] = [];
  for (;;) {
    const page = { after: ids.at(-1) ?? null, limit: BRANDS_PER_PAGE };
    const next = await openBrandsAfter(kernel.database.within(caller), caller.agencyId, page);
    if (next.length === 0) return ids;
    ids.push(...next);
  }
}

async function* campaignsOf(
  { database }: BookKernel,
  caller: Caller,
  brandId: BrandId,
): AsyncGenerator<readonly string[]> {
  for (let after: string | null = null; ;) {
    const page = { after, limit: CAMPAIGNS_PER_CHUNK };
    const ids: readonly string[] = await openCampaignsAfter(
      database.within(caller),
      { agencyId: caller.agencyId, brandId },
      page,
    );
    if (ids.length === 0) return;
    yield ids;
    after = ids.at(-1) ?? null;
  }
}
