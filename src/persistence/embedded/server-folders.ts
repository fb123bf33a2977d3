import { createHash } from 'node:crypto';
import { lstatSync, type Stats } from 'node:fs';
import { chmod, chown, lchown, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { ServerAccount } from './server-account.js';

/** The system's limit of 107 bytes less `/.s.PGSQL.5432.lock`. */
const MAX_SOCKET_FOLDER_BYTES = 88;
/** The permissions of those who are not the owner. */
const OTHERS = 0o077;

/** Where the parts of an embedded server live. */
export interface ServerFolders {
  /** The folder given by DATA_DIR. */
  root: string;
  /** PostgreSQL's own data folder. */
  data: string;
  /** Holds the socket; only the server's account and root can enter it. */
  socket: string;
  /** The server's messages. */
  log: string;
}

/** The folders under `root`. Where its path is too long for a socket, that one lives under /tmp. */
export function serverFolders(root: string): ServerFolders {
  const near = join(root, 'run');
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return {
    root,
    data: join(root, 'postgres'),
    socket: Buffer.byteLength(near) <= MAX_SOCKET_FOLDER_BYTES ? near : `/tmp/paceline-${hash}`,
    log: join(root, 'postgres.log'),
  };
}

/** Makes the folder of DATA_DIR; as root, so that the server's account can pass through it. */
export async function makeRootFolder(folders: ServerFolders): Promise<void> {
  await mkdir(folders.root, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

/**
 * Makes sure that the server's own data folder, if it exists, can be entered by `account` alone.
 * Throws {@link EmbeddedPostgresError} if it is somebody else's and we are not root.
 */
export async function claimDataFolder(
  { data }: ServerFolders,
  account: ServerAccount,
): Promise<void> {
  const stat = statOf(data);
  if (stat === undefined) return;
  if (stat.uid !== account.uid) await giveTo(data, account);
  if ((stat.mode & OTHERS) !== 0) await chmod(data, 0o700);
}

/** Removes the socket's folder, in which nothing outlives its server. */
export async function removeSocketFolder({ socket }: ServerFolders): Promise<void> {
  await rm(socket, { recursive: true, force: true });
}

/** Makes the socket's folder anew, entered by `account` alone. */
export async function makeSocketFolder(
  folders: ServerFolders,
  account: ServerAccount,
): Promise<void> {
  const { socket } = folders;
  await removeSocketFolder(folders);
  await mkdir(socket, { mode: 0o700 });
  await chown(socket, account.uid, account.gid);
}

async function giveTo(folder: string, { uid, gid }: ServerAccount): Promise<void> {
  if (process.getuid?.() !== 0) throw notOurs(folder);
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), uid, gid);
  }
  await lchown(folder, uid, gid);
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function notOurs(folder: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `${folder} belongs to another user. Start as that user, or set DATA_DIR to another folder.`,
  );
}
