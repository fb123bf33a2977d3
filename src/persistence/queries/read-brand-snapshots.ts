import type { BrandSnapshot } from '../../domain/brand/brand.js';
import { rollPeriods } from '../../domain/brand/roll.js';
import { rolledTotals } from '../../domain/campaign/advance.js';
import type { AgencyId, BrandId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { BRAND_COLUMNS, type BrandRow, brandOf } from '../rows/brand-row.js';
import { joinTotals, type TotalsColumn, totalsColumn, totalsOf } from '../rows/totals-column.js';
import { statement } from '../statement.js';
import { isStorableText } from '../storable-text.js';
import type { Sql } from '../unit-of-work.js';

const SNAPSHOTS = `
  select ${BRAND_COLUMNS}, ${totalsColumn('b')} as brand_totals from brand b ${joinTotals('b')}`;

interface SnapshotRow extends BrandRow {
  readonly brand_totals: TotalsColumn;
}

const BY_ID = statement(`${SNAPSHOTS} where b.agency_id = $1 and b.id = any($2::uuid[])`);

/**
 * Brands with their totals as they are at `now`, whether or not anything has settled them since;
 * unknown ids are left out. One statement, however many ids.
 */
export async function readBrandSnapshots(
  sql: Sql,
  {
    agencyId,
    ids,
    now,
  }: {
    readonly agencyId: AgencyId;
    readonly ids: readonly BrandId[];
    readonly now: Instant;
  },
): Promise<ReadonlyMap<BrandId, BrandSnapshot>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.rows<SnapshotRow>(BY_ID, [agencyId, ids]);
  return new Map(rows.map((row) => [row.brand_id, snapshotAt(row, now)]));
}

const BY_EXTERNAL_ID = statement(`${SNAPSHOTS} where b.agency_id = $1 and b.external_id = $2`);

/** The same for the brand with an external id; null if there is none. */
export async function readBrandSnapshotByExternalId(
  sql: Sql,
  {
    agencyId,
    externalId,
    now,
  }: {
    readonly agencyId: AgencyId;
    readonly externalId: string;
    readonly now: Instant;
  },
): Promise<BrandSnapshot | null> {
  if (!isStorableText(externalId)) return null;
  const [row] = await sql.rows<SnapshotRow>(BY_EXTERNAL_ID, [agencyId, externalId]);
  return row ? snapshotAt(row, now) : null;
}

function snapshotAt(row: SnapshotRow, now: Instant): BrandSnapshot {
  const { brand, ended } = rollPeriods(brandOf(row), now);
  const totals = totalsOf(row.brand_totals);
  if (ended.length === 0) return { brand, totals, at: now };
  const monthEnded = ended.some(({ kind }) => kind === 'MONTH');
  return { brand, totals: rolledTotals(totals, monthEnded), at: now };
}
