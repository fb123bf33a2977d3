import { type ChainHead, EMPTY_CHAIN, type LinkedFacts } from '../../domain/audit/chain.js';
import type { AgencyId } from '../../domain/ids.js';
import { formatInstant } from '../../domain/time/instant.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

// Taking what is there already locks it too: whoever writes next waits for this transaction.
const LOCK_HEAD = statement(`
  insert into audit_head as h (agency_id, seq, hash) values ($1, $2, $3)
  on conflict (agency_id) do update set seq = h.seq
  returning seq::text as seq, hash`);

/** The end of an agency's log, locked until the end of the transaction. */
export async function lockAuditHead(sql: Sql, agencyId: AgencyId): Promise<ChainHead> {
  const { seq, hash } = EMPTY_CHAIN;
  const values = [agencyId, String(seq), hash];
  const [head] = await sql.rows<{ seq: string; hash: string }>(LOCK_HEAD, values);
  return head === undefined ? EMPTY_CHAIN : { seq: BigInt(head.seq), hash: head.hash };
}

const APPEND = statement(`
  with entry as (
    insert into audit_entry (agency_id, seq, id, at, actor_kind, actor_id, actor_name, origin,
      action, object_kind, object_id, before, after, reason, request_id, previous_hash, hash)
    select $1::uuid, x.seq, x.id, x.at, x.actor_kind, x.actor_id, x.actor_name, x.origin, x.action,
      x.object_kind, x.object_id, x.before::json, x.after::json, x.reason, x.request_id,
      x.previous_hash, x.hash
    from json_to_recordset($2::json) as x (seq bigint, id uuid, at timestamptz, actor_kind text,
      actor_id text, actor_name text, origin text, action text, object_kind text, object_id text,
      before text, after text, reason text, request_id text, previous_hash text, hash text)
  )
  update audit_head set seq = $3::bigint, hash = $4 where agency_id = $1::uuid`);

/** Appends rows, of which there is at least one, to a log whose end is locked, and moves its end. */
export async function appendAudit(
  sql: Sql,
  agencyId: AgencyId,
  rows: readonly LinkedFacts[],
): Promise<void> {
  const last = rows.at(-1);
  if (last === undefined) return;
  const values = [agencyId, JSON.stringify(rows.map(rowOf)), String(last.seq), last.hash];
  await sql.rows(APPEND, values);
}

function rowOf(row: LinkedFacts): object {
  const { actor, object } = row;
  return {
    seq: String(row.seq),
    id: row.id,
    at: formatInstant(row.at),
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    origin: row.origin,
    action: row.action,
    object_kind: object.kind,
    object_id: object.id,
    before: row.before,
    after: row.after,
    reason: row.reason,
    request_id: row.requestId,
    previous_hash: row.previousHash,
    hash: row.hash,
  };
}
