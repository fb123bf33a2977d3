import type { StatusChange } from '../../domain/history/status-change.js';
import type { AgencyId, ChangeId } from '../../domain/ids.js';
import type { WatchFilter } from '../../domain/live/updates.js';
import { BoundValues } from '../bound-values.js';
import {
  STATUS_CHANGE_COLUMNS,
  type StatusChangeRow,
  statusChangeOf,
} from '../rows/status-change-row.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** A status change and the transaction that wrote it. */
export interface CommittedChange {
  readonly change: StatusChange;
  readonly xid: bigint;
}

// With the transaction's number two indexes fit, and the planner does well with either.
const BY_PLACE = statement(`
  select found.* from unnest($2::uuid[], $3::xid8[]) as k (id, xid)
  cross join lateral (
    select ${STATUS_CHANGE_COLUMNS}, s.xid as transaction from status_change s
    where s.agency_id = $1 and s.xid = k.xid and s.id = k.id limit 1
  ) found
  order by found.transaction, found.id`);

/** A change's place in the order of delivery, which is that of (xid, id). */
export interface ChangePlace {
  readonly xid: bigint;
  readonly id: ChangeId;
}

/** The changes of an agency at the given places, in order. */
export async function readChanges(
  sql: Sql,
  agencyId: AgencyId,
  places: readonly ChangePlace[],
): Promise<readonly CommittedChange[]> {
  const ids = places.map(({ id }) => id);
  const xids = places.map(({ xid }) => String(xid));
  const rows = await sql.rows<StatusChangeRow>(BY_PLACE, [agencyId, ids, xids]);
  return rows.map(committedOf);
}

/** The transaction that wrote a change; null if the agency has no such change. */
export async function findTransactionOfChange(
  sql: Sql,
  agencyId: AgencyId,
  id: ChangeId,
): Promise<bigint | null> {
  const [row] = await sql.rows<{ xid: string }>(
    'select xid::text as xid from status_change where agency_id = $1 and id = $2',
    [agencyId, id],
  );
  return row === undefined ? null : BigInt(row.xid);
}

/** Which changes to read: an agency's that match a filter and follow one of its changes. */
export interface ChangesAfter {
  readonly agencyId: AgencyId;
  readonly filter: WatchFilter;
  readonly after: ChangePlace;
  readonly limit: number;
}

/** The first `limit` changes that follow, in the order of (xid, id). */
export async function readChangesAfter(
  sql: Sql,
  { agencyId, filter, after, limit }: ChangesAfter,
): Promise<readonly CommittedChange[]> {
  const values = new BoundValues();
  const conditions = [
    `s.agency_id = ${values.bind(agencyId)}`,
    `(s.xid, s.id) > (${values.bind(String(after.xid))}::xid8, ${values.bind(after.id)}::uuid)`,
  ];
  // A condition only where it filters: so each kind of watch gets the plan that fits it.
  const { brands, campaigns } = filter;
  if (brands !== null) conditions.push(`s.brand_id = any(${values.bind([...brands])}::uuid[])`);
  if (campaigns !== null) {
    conditions.push(`s.campaign_id = any(${values.bind([...campaigns])}::uuid[])`);
  }
  const rows = await sql.rows<StatusChangeRow>(
    `select ${STATUS_CHANGE_COLUMNS} from status_change s where ${conditions.join(' and ')}
     order by s.xid, s.id limit ${values.bind(limit)}`,
    values.all,
  );
  return rows.map(committedOf);
}

function committedOf(row: StatusChangeRow): CommittedChange {
  return { change: statusChangeOf(row), xid: BigInt(row.xid) };
}
