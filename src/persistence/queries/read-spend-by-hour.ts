import type { AgencyId } from '../../domain/ids.js';
import type { Micros } from '../../domain/money/micros.js';
import { firstEntryIdSince } from '../../domain/spend/first-entry-id.js';
import type { Instant } from '../../domain/time/instant.js';
import { instantValue } from '../instant-value.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** Hours that follow each other: where each begins, and where the last one ends. */
export type HourBounds = readonly Instant[];

/** Whose ledger rows to add up, in which of the given hours. */
export interface HourOwner {
  readonly id: string;
  /** The place of its hours among those given, from 0. */
  readonly hours: number;
}

const spendByHour = (owner: 'brand_id' | 'campaign_id'): string =>
  statement(`
  with bounds as materialized (
    select place, array_agg(bound order by bound) as bounds, min(bound) as first, max(bound) as last
    from unnest($2::int[], $3::timestamptz[]) as b (place, bound) group by place
  )
  select o.place::int as place, width_bucket(e.occurred_at, b.bounds) as hour,
    sum(e.amount_micros) as spent_micros
  from unnest($4::uuid[], $5::int[]) with ordinality as o (owner_id, bounds_place, place)
  join bounds b on b.place = o.bounds_place
  join spend_entry e on e.agency_id = $1 and e.${owner} = o.owner_id and e.id >= $6::uuid
    and e.occurred_at >= b.first and e.occurred_at < b.last
  group by 1, 2`);

const SPEND_BY_HOUR = {
  BRAND: spendByHour('brand_id'),
  CAMPAIGN: spendByHour('campaign_id'),
} as const;

/** What to add up: owners of one kind, each in one of several runs of hours. */
export interface HourQuery {
  readonly agencyId: AgencyId;
  readonly kind: keyof typeof SPEND_BY_HOUR;
  readonly hours: readonly HourBounds[];
  readonly owners: readonly HourOwner[];
}

interface HourRow {
  /** Counted from 1, as is the hour. */
  readonly place: number;
  readonly hour: number;
  readonly spent_micros: string;
}

/**
 * The true spend of each owner by the place of the hour among its hours, from 0, in the order of the
 * owners; an hour without entries is not there.
 */
export async function readSpendByHour(
  sql: Sql,
  { agencyId, kind, hours, owners }: HourQuery,
): Promise<readonly ReadonlyMap<number, Micros>[]> {
  const bounds = hours.flatMap((run, place) => run.map((at) => ({ place, at })));
  const earliest = bounds.reduce((least, { at }) => Math.min(least, at), Infinity);
  const rows = await sql.rows<HourRow>(SPEND_BY_HOUR[kind], [
    agencyId,
    bounds.map(({ place }) => place),
    bounds.map(({ at }) => instantValue(at)),
    owners.map(({ id }) => id),
    owners.map((owner) => owner.hours),
    firstEntryIdSince(earliest),
  ]);
  const spent = owners.map(() => new Map<number, Micros>());
  for (const row of rows) spent[row.place - 1]?.set(row.hour - 1, BigInt(row.spent_micros));
  return spent;
}
