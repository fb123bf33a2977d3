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

/** A status change and the transaction that wrote it: the order of delivery is that of (xid, id). */
export interface CommittedChange {
  readonly change: StatusChange;
  readonly xid: bigint;
}

const BY_ID = statement(`
  select ${STATUS_CHANGE_COLUMNS} from status_change s
  where s.agency_id = $1 and s.id = any($2::uuid[])
  order by s.xid, s.id`);

/** The given changes of an agency. */
export async function readChanges(
  sql: Sql,
  agencyId: AgencyId,
  ids: readonly ChangeId[],
): Promise<readonly CommittedChange[]> {
  const rows = await sql.rows<StatusChangeRow>(BY_ID, [agencyId, ids]);
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
  readonly after: { readonly xid: bigint; readonly id: ChangeId };
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
  if (filter.brandId !== null) conditions.push(`s.brand_id = ${values.bind(filter.brandId)}`);
  if (filter.campaignId !== null) {
    conditions.push(`s.campaign_id = ${values.bind(filter.campaignId)}`);
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
