import pg from 'pg';
import { SUPERUSER } from './create-cluster.js';
import type { ServerFolders } from './server-folders.js';
import { SOCKET_PORT } from './server-settings.js';

/** The role and the database of the program; the role is an ordinary one that may create databases and roles. */
const NAME = 'paceline';
const ANSWER_TIMEOUT_MS = 3_000;

/** The address of the program's own database. */
export function databaseUrl(folders: ServerFolders): string {
  return urlOf(folders, NAME, NAME);
}

/** Whether the server of these folders answers a query. */
export async function answers(folders: ServerFolders): Promise<boolean> {
  try {
    await asSuperuser(folders, (client) => client.query('SELECT 1'));
    return true;
  } catch {
    return false;
  }
}

/** Makes the program's role and database if they are not there. */
export async function createDatabaseOnce(folders: ServerFolders): Promise<void> {
  await asSuperuser(folders, async (client) => {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role,
              EXISTS (SELECT FROM pg_database WHERE datname = $1) AS database`,
      [NAME],
    );
    if (rows[0]?.role !== true) await client.query(`CREATE ROLE ${NAME} LOGIN`);
    await client.query(`ALTER ROLE ${NAME} CREATEDB CREATEROLE`);
    if (rows[0]?.database !== true) await client.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`);
  });
}

async function asSuperuser<T>(
  folders: ServerFolders,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: urlOf(folders, SUPERUSER, 'postgres'),
    connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
  });
  // A server that dies between two queries reports it here; the next query then fails by itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function urlOf(folders: ServerFolders, role: string, database: string): string {
  return `postgresql://${role}@${encodeURIComponent(folders.socket)}:${SOCKET_PORT}/${database}`;
}
