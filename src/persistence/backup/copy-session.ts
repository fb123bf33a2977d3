import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient, QueryResultRow } from 'pg';
import { from, to } from 'pg-copy-streams';
import { orUnavailable } from '../availability.js';
import type { Database } from '../database.js';
import { ISOLATION_ROLES } from '../migrations/isolation.js';
import type { Sql } from '../unit-of-work.js';
import { quoted, type TableShape } from './carried-tables.js';

/** A transaction in which whole tables flow, as the text that PostgreSQL's COPY speaks. */
export interface CopySession extends Sql {
  /** All rows of a table as the transaction sees them. */
  copyOut(table: TableShape): Readable;
  /** Adds rows to a table. Throws if one of them breaks a rule of the database. */
  copyIn(table: TableShape, rows: Readable): Promise<void>;
}

const BEGIN = {
  SNAPSHOT: 'begin isolation level repeatable read read only',
  WRITE: 'begin',
} as const;

/** Whole tables may take their time, and are written alike wherever it is done. */
const SETTINGS = `
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0;
  set local datestyle = 'ISO';
  set local timezone = 'UTC'`;

/**
 * Runs `work` in one transaction on a connection of its own, which it keeps if it returns and undoes
 * if it throws. SNAPSHOT: everything is read as of one moment, and nothing can be written. Throws
 * UnavailableError when the database cannot be reached.
 */
export async function withCopySession<T>(
  database: Database,
  mode: 'SNAPSHOT' | 'WRITE',
  work: (session: CopySession) => Promise<T>,
): Promise<T> {
  const client = await orUnavailable(() => database.pool.connect());
  let isWhole = false;
  try {
    await client.query(BEGIN[mode]);
    await client.query(SETTINGS);
    if (mode === 'SNAPSHOT') await client.query(`set local role ${ISOLATION_ROLES.SERVICE}`);
    const result = await work(sessionOf(client));
    await client.query('commit');
    isWhole = true;
    return result;
  } finally {
    // A connection that stopped amid a COPY is of no use; closing it undoes the transaction.
    client.release(!isWhole);
  }
}

function sessionOf(client: PoolClient): CopySession {
  return {
    rows: async <Row>(text: string, values: readonly unknown[] = []) => {
      const result = await client.query<Row & QueryResultRow>(text, [...values]);
      return result.rows;
    },
    copyOut: (table) =>
      client.query(
        to(`copy (select ${table.columns.map(valueOf).join(', ')}
        from ${quoted(table.name)}) to stdout`),
      ),
    copyIn: async (table, rows) => {
      const columns = table.columns.map(quoted).join(', ');
      const target = client.query(from(`copy ${quoted(table.name)} (${columns}) from stdin`));
      await pipeline(rows, target);
    },
  };
}

/** The transactions of one cluster mean nothing in another; where they are equal, ids give the order. */
function valueOf(column: string): string {
  return column === 'xid' ? `'0'::xid8 as xid` : quoted(column);
}
