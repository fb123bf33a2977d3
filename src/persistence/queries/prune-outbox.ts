import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** Long enough for every process that lags but lives; one that is later must start afresh. */
const KEPT_FOR_MS = 10 * 60_000;
const BATCH_ROWS = 5_000;
/** A bound on one call; what is left is for the next one. */
const MAX_BATCHES = 200;

const MARK = statement(`
  with here as materialized (
    select pg_snapshot_xmin(pg_current_snapshot()) as horizon
  ), reached as (
    select m.xid from outbox_mark m, here
    where m.xid <= here.horizon
      and m.seen_at <= clock_timestamp() - $1::double precision * interval '1 millisecond'
    order by m.xid desc limit 1
  ), forgotten as (
    delete from outbox_mark m using here
    where m.xid > here.horizon or m.xid < (select xid from reached)
  )
  insert into outbox_mark (xid, seen_at)
  -- Not rounded up: what is seen is never in the future.
  select horizon, date_trunc('milliseconds', clock_timestamp()) from here
  on conflict (xid) do nothing`);

const PRUNE = statement(`
  with pruned as (
    delete from outbox where ctid = any(array(
      select ctid from outbox
      where xid < (select m.xid from outbox_mark m order by m.xid limit 1)
      order by xid, seq limit ${BATCH_ROWS}
      for update skip locked))
    returning 1
  )
  select count(*)::int as count from pruned`);

/**
 * Removes outbox rows that every process could read for `keptForMs` of the database's real time, and
 * says how many. A row's age begins when it became readable, not when it was written: behind a long
 * transaction that may be much later. Several processes may do this at once.
 */
export async function pruneOutbox(sql: Sql, keptForMs = KEPT_FOR_MS): Promise<number> {
  // First what may be gone, then the rows: a reader never misses a row without being told.
  await sql.rows(MARK, [keptForMs]);
  let pruned = 0;
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const [row] = await sql.rows<{ count: number }>(PRUNE);
    pruned += row?.count ?? 0;
    if ((row?.count ?? 0) < BATCH_ROWS) break;
  }
  return pruned;
}
