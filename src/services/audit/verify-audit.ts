import {
  type ChainFlaw,
  type ChainHead,
  EMPTY_CHAIN,
  type EndFlaw,
  endFlawOf,
  flawOf,
} from '../../domain/audit/chain.js';
import type { AgencyId, AuditId } from '../../domain/ids.js';
import {
  type AuditLogEnd,
  FIRST_PLACE,
  readAuditEnds,
  readAuditFrom,
} from '../../persistence/queries/read-audit.js';
import type { Sql } from '../../persistence/unit-of-work.js';
import type { BookKernel } from '../kernel.js';
import { UNWATCHED, type Watcher } from '../progress.js';
import { sha256 } from './record-audit.js';

/** Where a log is not what was written. */
export interface AuditBreak {
  /** The first row that does not follow; null: all do, but the end is another than was noted. */
  readonly entryId: AuditId | null;
  readonly seq: bigint;
  readonly flaw: ChainFlaw | EndFlaw;
}

/** An agency's log, read from its beginning to its end. */
export interface VerifiedLog {
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly rows: number;
  /**
   * Of its last row, or of the last before the break. Noted elsewhere, it proves later that nothing
   * up to that row was rewritten.
   */
  readonly hash: string;
  /** Null: every row follows the one before it. */
  readonly broken: AuditBreak | null;
}

/** A row is a few hundred bytes as a rule, but can be a few hundred thousand. */
const ROWS_PER_READ = 500;

/**
 * Recomputes every agency's audit log as of one moment, whoever is writing meanwhile: each row's
 * place, link and hash, and that nothing is missing at the end. A log is read up to its first break.
 */
export function verifyAudit(
  { database }: Pick<BookKernel, 'database'>,
  watcher: Watcher = UNWATCHED,
): Promise<readonly VerifiedLog[]> {
  return database.everywhere.readConsistently(async (sql) => {
    await sql.rows('set local statement_timeout = 0');
    const ends = await readAuditEnds(sql);
    const total = ends.reduce((sum, { rows }) => sum + rows, 0);
    const logs: VerifiedLog[] = [];
    let done = 0;
    for (const end of ends) {
      const onRows = (count: number): void => {
        watcher.signal.throwIfAborted();
        watcher.onProgress({ phase: 'Auditing', done: done + count, total });
      };
      logs.push(await verifyLog(sql, end, onRows));
      done += end.rows;
    }
    return logs;
  });
}

async function verifyLog(
  sql: Sql,
  { agencyId, agencyName, rows: count, noted }: AuditLogEnd,
  onRows: (count: number) => void,
): Promise<VerifiedLog> {
  const log = { agencyId, agencyName, rows: count };
  let head: ChainHead = EMPTY_CHAIN;
  let from = FIRST_PLACE;
  for (let read = 0, isLast = false; !isLast;) {
    const rows = await readAuditFrom(sql, { agencyId, seq: from, limit: ROWS_PER_READ });
    for (const row of rows) {
      const flaw = flawOf(head, row, sha256);
      if (flaw) return { ...log, hash: head.hash, broken: { entryId: row.id, seq: row.seq, flaw } };
      head = row;
    }
    onRows((read += rows.length));
    from = head.seq + 1n;
    isLast = rows.length < ROWS_PER_READ;
  }
  const flaw = endFlawOf(head, noted);
  const broken = flaw === null ? null : { entryId: null, seq: head.seq, flaw };
  return { ...log, hash: head.hash, broken };
}
