import type { AgencyId, BrandId, CampaignId, ChangeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** A place in the outbox: everything up to and including this row has been read. */
export interface OutboxCursor {
  readonly xid: bigint;
  readonly seq: bigint;
}

/** What one transaction changed for the subscribers of one agency. */
export interface OutboxMessage extends OutboxCursor {
  readonly agencyId: AgencyId;
  /** When it was committed. */
  readonly at: Instant;
  /** Campaigns and brands whose totals it changed. */
  readonly campaignIds: readonly CampaignId[];
  readonly brandIds: readonly BrandId[];
  /** Status changes that it wrote. */
  readonly changeIds: readonly ChangeId[];
}

/** How the outbox stands in one snapshot of the database. */
export interface OutboxState {
  /** All transactions before this one have ended: their rows can be read, no others will come. */
  readonly horizon: bigint;
  /** Rows of transactions before this one may have been pruned. */
  readonly keptFrom: bigint;
  /** The latest horizon, not after this one, that outlives a crash of the server. */
  readonly durable: bigint;
  /** Transactions at or after the horizon that have committed already. */
  readonly waiting: ReadonlySet<bigint>;
}

export interface OutboxPage extends OutboxState {
  /** In the order of (xid, seq), all of them before the horizon. */
  readonly messages: readonly OutboxMessage[];
  /** Whether nothing more can be read at present. */
  readonly isComplete: boolean;
}

/** One read: a few hundred transactions, or fewer that are about many campaigns. */
const MAX_MESSAGES = 200;
const MAX_IDS = 20_000;
/** A bound on what is told of transactions that wait; beyond it a few go unmentioned. */
const MAX_WAITING = 1_000;

const HERE = `here as materialized (
    select pg_snapshot_xmin(pg_current_snapshot()) as horizon
  )`;

const STATE_COLUMNS = `
  here.horizon::text as horizon,
  (select m.xid::text from outbox_mark m where m.xid <= here.horizon
    order by m.xid limit 1) as kept_from,
  (select m.xid::text from outbox_mark m where m.xid <= here.horizon
    order by m.xid desc limit 1) as durable,
  array(select distinct o.xid::text from outbox o where o.xid >= here.horizon
    limit ${MAX_WAITING}) as waiting`;

const PAGE = statement(`
  with ${HERE}, next as (
    select * from outbox
    where (xid, seq) > ($1::xid8, $2::bigint) and xid < (select horizon from here)
    order by xid, seq limit ${MAX_MESSAGES}
  ), sized as (
    select next.*, sum(cardinality(campaign_ids) + cardinality(change_ids))
      over (order by xid, seq rows between unbounded preceding and 1 preceding) as ids_before
    from next
  )
  select ${STATE_COLUMNS},
    (select count(*)::int from next) as available,
    (select coalesce(json_agg(json_build_object(
        'xid', xid::text, 'seq', seq::text, 'agencyId', agency_id,
        'at', (extract(epoch from at) * 1000)::bigint,
        'campaignIds', campaign_ids, 'brandIds', brand_ids, 'changeIds', change_ids
      ) order by xid, seq), '[]')
      from sized where coalesce(ids_before, 0) < ${MAX_IDS}) as messages
  from here`);

interface StateRow {
  readonly horizon: string;
  readonly kept_from: string | null;
  readonly durable: string | null;
  readonly waiting: readonly string[];
}

interface PageRow extends StateRow {
  readonly available: number;
  readonly messages: readonly (Omit<OutboxMessage, 'xid' | 'seq'> & {
    readonly xid: string;
    readonly seq: string;
  })[];
}

/**
 * What follows a cursor, in the order in which transactions began to write. A transaction may commit
 * after one with a higher number; so only rows before the horizon are read, none of which can still
 * be preceded by a new one. (Reading by the sequence alone loses what a slower transaction commits.)
 */
export async function readOutbox(sql: Sql, after: OutboxCursor): Promise<OutboxPage> {
  const [row] = await sql.rows<PageRow>(PAGE, [String(after.xid), String(after.seq)]);
  if (row === undefined) throw new Error('the outbox always has a state');
  const messages = row.messages.map(({ xid, seq, ...message }) => ({
    ...message,
    xid: BigInt(xid),
    seq: BigInt(seq),
  }));
  const isComplete = row.available < MAX_MESSAGES && messages.length === row.available;
  return { ...stateOf(row), messages, isComplete };
}

const END = statement(`
  with ${HERE}
  select ${STATE_COLUMNS}, last.xid::text as last_xid, last.seq::text as last_seq
  from here left join lateral (
    select o.xid, o.seq from outbox o where o.xid < here.horizon
    order by o.xid desc, o.seq desc limit 1
  ) last on true`);

interface EndRow extends StateRow {
  readonly last_xid: string | null;
  readonly last_seq: string | null;
}

/** The state of the outbox, and the last row that can be read; null if there is none. */
export async function readOutboxEnd(
  sql: Sql,
): Promise<OutboxState & { readonly last: OutboxCursor | null }> {
  const [row] = await sql.rows<EndRow>(END);
  if (row === undefined) throw new Error('the outbox always has a state');
  const { last_xid: xid, last_seq: seq } = row;
  const last = xid === null || seq === null ? null : { xid: BigInt(xid), seq: BigInt(seq) };
  return { ...stateOf(row), last };
}

function stateOf(row: StateRow): OutboxState {
  return {
    horizon: BigInt(row.horizon),
    keptFrom: BigInt(row.kept_from ?? 0),
    durable: BigInt(row.durable ?? 0),
    waiting: new Set(row.waiting.map(BigInt)),
  };
}
