import { wholeAgency } from '../../domain/access/caller.js';
import type { BrandId } from '../../domain/ids.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { findDueBrands } from '../../persistence/queries/find-due.js';
import { atMost } from '../../platform/at-most.js';
import type { Books } from '../books/books.js';
import { withBooks } from '../books/with-books.js';
import type { BookKernel } from '../kernel.js';
import { type BrandPack, packBrands } from './pack-brands.js';
import { type Difference, repairBooks } from './repair-books.js';

/** How the due work is done. */
export interface ApplyDueOptions {
  /** Ends the work early, between two transactions; what is left stays due. */
  readonly signal?: AbortSignal;
  /** Also evaluate what was due from its facts and repair what differs; otherwise trust it. */
  readonly repair?: boolean;
}

/** What was done: brands brought up to date, status changes written, periods closed, repairs. */
export interface DueReport {
  readonly brands: number;
  readonly changes: number;
  readonly closedDays: number;
  readonly closedMonths: number;
  readonly differences: readonly Difference[];
}

export const NOTHING_DUE: DueReport = {
  brands: 0,
  changes: 0,
  closedDays: 0,
  closedMonths: 0,
  differences: [],
};

const BRANDS_PER_ROUND = 400;
/** The database writes what was decided while the next is being decided. */
const PACKS_AT_ONCE = 2;

/**
 * Does everything that time has made due, in all agencies: transitions of campaigns and ends of days
 * and months, each at its own instant and in order, however late. Returns when nothing is due any
 * more. Any number of processes may do so at once: the brands' locks let each thing happen once.
 * Costs what is due, in transactions of bounded size. Throws UnavailableError when the database
 * cannot be reached; what was committed by then stays.
 */
export async function applyDue(
  kernel: BookKernel,
  { signal, repair = false }: ApplyDueOptions = {},
): Promise<DueReport> {
  const seen = new Set<BrandId>();
  let report = NOTHING_DUE;
  while (!signal?.aborted) {
    const now = await presentInstant(kernel, kernel.database.everywhere);
    const due = await findDueBrands(kernel.database.everywhere, now, BRANDS_PER_ROUND);
    // Where clocks disagree a brand can be due again at once: that is for the next call to do.
    const isNew = due.some(({ brandId }) => !seen.has(brandId));
    if (!isNew) break;
    for (const { brandId } of due) seen.add(brandId);
    await atMost(PACKS_AT_ONCE, packBrands(due), async (pack) => {
      const settled = await settlePack(kernel, pack, repair);
      report = addReports(report, settled);
    });
  }
  return report;
}

/** Brings the brands of a pack up to date in one transaction. */
function settlePack(
  kernel: BookKernel,
  { agencyId, brandIds }: BrandPack,
  repair: boolean,
): Promise<DueReport> {
  return withBooks(
    kernel,
    { reach: wholeAgency(agencyId), brands: brandIds, campaigns: [] },
    (books) => {
      const differences = repair ? repairBooks(books) : [];
      return reportOn(books, differences);
    },
  );
}

function reportOn(books: Books, differences: readonly Difference[]): DueReport {
  const all = books.all();
  const closings = all.flatMap((book) => book.closings);
  const closed = (period: BudgetPeriod): number =>
    closings.filter(({ kind }) => kind === period).length;
  return {
    brands: all.length,
    changes: all.reduce((sum, { transitions }) => sum + transitions.length, 0),
    closedDays: closed('DAY'),
    closedMonths: closed('MONTH'),
    differences,
  };
}

function addReports(a: DueReport, b: DueReport): DueReport {
  return {
    brands: a.brands + b.brands,
    changes: a.changes + b.changes,
    closedDays: a.closedDays + b.closedDays,
    closedMonths: a.closedMonths + b.closedMonths,
    differences: [...a.differences, ...b.differences],
  };
}
