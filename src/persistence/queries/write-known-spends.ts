import type { Brand } from '../../domain/brand/brand.js';
import type { Campaign } from '../../domain/campaign/campaign.js';
import { plainArray } from '../array-literal.js';
import type { KnownCounters } from '../known-counters.js';
import { versionArrays, type Versioned } from '../row-cache.js';
import type { ScopedDatabase } from '../scoped-database.js';
import { isMoved } from './book-columns.js';
import { WRITE_SPENDS_OF_KNOWN } from './book-statements.js';
import { lockOrLose } from './lock-brands.js';
import { type BookRows, newsOf, spendColumns } from './write-books.js';

/** Rows by which something was decided as they are known, without having been read for it. */
export interface Basis {
  readonly brands: readonly Versioned<Brand>[];
  readonly campaigns: readonly Versioned<Campaign>[];
}

/**
 * Locks the brands and writes the rows of spends, in a transaction of its own and one round trip; gives its
 * number if there is a message among them, else null. Fails as a lost race, and nothing is done, if
 * anything of the basis or one of the counters has changed, or one of the events is in the ledger.
 */
export async function writeKnownSpends(
  database: ScopedDatabase,
  rows: BookRows,
  { basis, known }: { readonly basis: Basis; readonly known: KnownCounters },
): Promise<bigint | null> {
  const { brands, campaigns } = basis;
  const moved = rows.counters.filter(isMoved);
  const ids = plainArray(campaigns.map(({ row }) => row.id));
  const unchanged = [ids, ...versionArrays(campaigns), String(campaigns.length)];
  const values = [...spendColumns(rows, moved), ...unchanged];
  const write = { text: WRITE_SPENDS_OF_KNOWN, values };
  const [written = []] = await database.rowsTogether([lockOrLose(brands), write]);
  const [news = null, xmin = null, places = null] = written;
  return newsOf({ news, xmin, moved: places }, { known, moved });
}
