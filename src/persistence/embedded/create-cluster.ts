import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { runToEnd } from './run-to-end.js';
import type { Cluster } from './cluster.js';

/** The role that owns the server; the program itself does not use it. */
export const SUPERUSER = 'postgres';

/** The format of the data folder that the carried programs read. */
const DATA_VERSION = '18';

const INITDB_OPTIONS = [
  `--username=${SUPERUSER}`,
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  // The socket lies in a folder that only the server's account and root can enter.
  '--auth-local=trust',
  '--auth-host=reject',
  '--no-instructions',
];

/** Makes the data folder if there is none. It appears whole or, after a crash, not at all. */
export async function createClusterOnce({
  folders,
  account,
  binaries,
  durable,
}: Cluster): Promise<void> {
  if (existsSync(join(folders.data, 'PG_VERSION'))) {
    refuseOtherVersion(folders.data);
    return;
  }
  const draft = `${folders.data}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await chown(draft, account.uid, account.gid);
  const sync = durable ? [] : ['--no-sync'];
  await runToEnd(account.command(binaries.initdb, [...INITDB_OPTIONS, ...sync, '-D', draft]));
  await rename(draft, folders.data);
}

function refuseOtherVersion(data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === DATA_VERSION) return;
  throw new EmbeddedPostgresError(
    `${data} was made by PostgreSQL ${version}; this is ${DATA_VERSION}. ` +
      'Save it with the "backup" command of the version that made it, and restore it into a new DATA_DIR.',
  );
}
