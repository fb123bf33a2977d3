import type { Brand } from '../../domain/brand/brand.js';
import type { AgencyId, BrandId } from '../../domain/ids.js';
import { plainArray } from '../array-literal.js';
import {
  type RowCache,
  versionArrays,
  versionColumns,
  type Versioned,
  type VersionRow,
} from '../row-cache.js';
import { BRAND_COLUMNS, type BrandRow, brandOf } from '../rows/brand-row.js';
import type { BoundStatement } from '../run-together.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** A brand, and whose it is. */
export interface BrandPlace {
  readonly agencyId: AgencyId;
  readonly brandId: BrandId;
}

// A brand whose version is still the present one is where it was: nothing needs to be searched or sent.
const LOCK_UNCHANGED = `
  select count(*)::int as locked
  from unnest($1::uuid[], $2::uuid[], $3::xid[], $4::tid[]) as k (agency_id, id, xmin, ctid)
  cross join lateral (
    select from brand b
    where b.ctid = k.ctid and b.xmin = k.xmin and b.agency_id = k.agency_id and b.id = k.id
    for no key update
  ) b`;
const LOCK_KNOWN = statement(LOCK_UNCHANGED);
const LOCK_OR_LOSE = statement(
  `select from (${LOCK_UNCHANGED}) k where k.locked = $5::int or lose_race()`,
);

/**
 * Locks brands as {@link lockBrands} does, if they are still what they are known as. If false, some may be
 * locked and others not: the transaction must begin anew before any of the others is waited for.
 */
export async function lockKnownBrands(
  sql: Sql,
  versions: readonly Versioned<Brand>[],
): Promise<boolean> {
  const [row] = await sql.rows<{ locked: number }>(LOCK_KNOWN, lockValues(versions));
  return row?.locked === versions.length;
}

/** The same as a statement that fails as a lost race if one of them is no longer what it is known as. */
export function lockOrLose(versions: readonly Versioned<Brand>[]): BoundStatement {
  return { text: LOCK_OR_LOSE, values: [...lockValues(versions), String(versions.length)] };
}

function lockValues(versions: readonly Versioned<Brand>[]): readonly string[] {
  const brands = versions.map(({ row }) => row);
  return [
    plainArray(brands.map(({ agencyId }) => agencyId)),
    plainArray(brands.map(({ id }) => id)),
    ...versionArrays(versions),
  ];
}

const LOCK_AT = statement(`
  select b.* from unnest($1::uuid[], $2::uuid[]) as k (agency_id, id)
  cross join lateral (
    select ${BRAND_COLUMNS}, ${versionColumns('b')} from brand b
    where b.agency_id = k.agency_id and b.id = k.id
    limit 1
    for no key update
  ) b`);

/**
 * Locks brands, in the order of their ids, until the end of the transaction. A brand's lock guards
 * its row, its campaigns and all their counters: whoever changes any of these holds it, and nobody
 * takes another brand's lock later, so that no two transactions can wait for each other. What is
 * unknown is left out.
 */
export async function lockBrands(
  sql: Sql,
  known: RowCache<Brand>,
  places: readonly BrandPlace[],
): Promise<readonly Brand[]> {
  if (places.length === 0) return [];
  const rows = await sql.rows<BrandRow & VersionRow>(LOCK_AT, [
    plainArray(places.map(({ agencyId }) => agencyId)),
    plainArray(places.map(({ brandId }) => brandId)),
  ]);
  return rows.map((row) => known.keep(row.brand_id, brandOf(row), row));
}

/** Each place once, in the order in which brands are locked. */
export function inLockOrder(places: readonly BrandPlace[]): readonly BrandPlace[] {
  const distinct = new Map(places.map((place) => [place.brandId, place]));
  return [...distinct.values()].toSorted((a, b) => (a.brandId < b.brandId ? -1 : 1));
}
