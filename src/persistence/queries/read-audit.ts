import type { ActorKind } from '../../domain/access/caller.js';
import type { AuditAction } from '../../domain/audit/action.js';
import type { AuditObject } from '../../domain/audit/audit-entry.js';
import { type ChainHead, EMPTY_CHAIN, type LinkedFacts } from '../../domain/audit/chain.js';
import type { AgencyId, AuditId } from '../../domain/ids.js';
import { rowsToRead } from '../../domain/paging/cut-page.js';
import type { PageRequest } from '../../domain/paging/page.js';
import type { Instant } from '../../domain/time/instant.js';
import { BoundValues } from '../bound-values.js';
import { instantValue } from '../instant-value.js';
import { statement } from '../statement.js';
import { among } from '../text-conditions.js';
import type { Sql } from '../unit-of-work.js';

/** Which rows of a log; null: any. All that is given must hold; `from` is inclusive, `to` exclusive. */
export interface AuditCriteria {
  readonly actorId: string | null;
  readonly objectId: string | null;
  readonly action: readonly string[] | null;
  readonly objectKind: readonly string[] | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** A page of an agency's log. */
export interface AuditPageQuery {
  readonly agencyId: AgencyId;
  readonly page: PageRequest;
  readonly filter: AuditCriteria;
}

const COLUMNS = `a.agency_id, a.seq::text as seq, a.id, a.at, a.actor_kind, a.actor_id, a.actor_name,
  a.origin, a.action, a.object_kind, a.object_id, a.before::text as before, a.after::text as after,
  a.reason, a.request_id, a.previous_hash, a.hash`;

interface AuditRow {
  readonly agency_id: string;
  readonly seq: string;
  readonly id: string;
  readonly at: Instant;
  readonly actor_kind: ActorKind;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly origin: string;
  readonly action: AuditAction;
  readonly object_kind: AuditObject['kind'];
  readonly object_id: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
  readonly request_id: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** The rows of a page, the newest first, one more than it holds if more follow. */
export async function pageAudit(
  sql: Sql,
  { agencyId, page, filter }: AuditPageQuery,
): Promise<readonly LinkedFacts[]> {
  const bound = new BoundValues();
  const conditions = [`a.agency_id = ${bound.bind(agencyId)}::uuid`, ...criteriaOf(filter, bound)];
  if (page.after) conditions.push(`a.seq < ${bound.bind(page.after.value)}::bigint`);
  const rows = await sql.rows<AuditRow>(
    `select ${COLUMNS} from audit_entry a where ${conditions.join(' and ')}
     order by a.seq desc limit ${bound.bind(rowsToRead(page))}`,
    bound.all,
  );
  return rows.map(factsOf);
}

function criteriaOf(criteria: AuditCriteria, bound: BoundValues): readonly string[] {
  const { actorId, objectId, action, objectKind, from, to } = criteria;
  const conditions = [
    actorId === null ? null : among('a.actor_id', [actorId], bound),
    objectId === null ? null : among('a.object_id', [objectId], bound),
    action === null ? null : among('a.action', action, bound),
    objectKind === null ? null : among('a.object_kind', objectKind, bound),
    from === null ? null : `a.at >= ${bound.bind(instantValue(from))}::timestamptz`,
    to === null ? null : `a.at < ${bound.bind(instantValue(to))}::timestamptz`,
  ];
  return conditions.filter((condition) => condition !== null);
}

const BY_ID = statement(
  `select ${COLUMNS} from audit_entry a where a.agency_id = $1 and a.id = any($2::uuid[])`,
);

/** The rows with the given ids, in no order; unknown ids are left out. */
export async function readAuditById(
  sql: Sql,
  agencyId: AgencyId,
  ids: readonly AuditId[],
): Promise<readonly LinkedFacts[]> {
  return (await sql.rows<AuditRow>(BY_ID, [agencyId, ids])).map(factsOf);
}

const FROM = statement(`select ${COLUMNS} from audit_entry a
  where a.agency_id = $1 and a.seq >= $2::bigint order by a.seq limit $3`);

/** The least place that a row can have at all, be it right or wrong. */
export const FIRST_PLACE = -(2n ** 63n);

/** The rows of a log from a place on, the oldest first. */
export async function readAuditFrom(
  sql: Sql,
  {
    agencyId,
    seq,
    limit,
  }: { readonly agencyId: AgencyId; readonly seq: bigint; readonly limit: number },
): Promise<readonly LinkedFacts[]> {
  return (await sql.rows<AuditRow>(FROM, [agencyId, String(seq), limit])).map(factsOf);
}

/** An agency's log: how many rows it has, and where it was noted to end. */
export interface AuditLogEnd {
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly rows: number;
  readonly noted: ChainHead;
}

interface EndRow {
  readonly id: string;
  readonly name: string;
  readonly seq: string | null;
  readonly hash: string | null;
  readonly rows: number;
}

/** The ends of all agencies' logs, in the order of the agencies' ids. */
export async function readAuditEnds(sql: Sql): Promise<readonly AuditLogEnd[]> {
  const ends = await sql.rows<EndRow>(
    `select g.id, g.name, h.seq::text as seq, h.hash,
       (select count(*)::int from audit_entry a where a.agency_id = g.id) as rows
     from agency g left join audit_head h on h.agency_id = g.id order by g.id`,
  );
  return ends.map(({ id, name, seq, hash, rows }) => ({
    agencyId: id,
    agencyName: name,
    rows,
    noted: seq === null || hash === null ? EMPTY_CHAIN : { seq: BigInt(seq), hash },
  }));
}

function factsOf(row: AuditRow): LinkedFacts {
  // Only what was written by other ways than ours is at no instant at all; its hash gives it away.
  const at = Number.isFinite(row.at) ? row.at : 0;
  return {
    id: row.id,
    agencyId: row.agency_id,
    seq: BigInt(row.seq),
    at,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    origin: row.origin,
    action: row.action,
    object: { kind: row.object_kind, id: row.object_id },
    before: row.before,
    after: row.after,
    reason: row.reason,
    requestId: row.request_id,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
