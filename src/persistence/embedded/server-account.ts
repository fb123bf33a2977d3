import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

const NOBODY = 65534;

/** A program with its arguments and the identity under which to start it. */
export interface Command {
  file: string;
  args: readonly string[];
  identity: { uid?: number; gid?: number };
}

/** The operating system's user as whom the server runs. It refuses to run as root. */
export interface ServerAccount {
  /** Who must own the server's folders. */
  uid: number;
  gid: number;
  /** How to start a program as this user. */
  command: (file: string, args: readonly string[]) => Command;
}

/**
 * Chooses who runs the server: this user, or, as root, the owner of `folder`, else `postgres`, else
 * `nobody`, else, where none of these can enter, root itself seen as nobody in a user namespace of
 * its own. `folder` holds the server's folders, `program` is what is to be run. Throws
 * {@link EmbeddedPostgresError} if none of these works.
 */
export function chooseServerAccount(folder: string, program: string): ServerAccount {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { uid, gid, command: (file, args) => ({ file, args, identity: {} }) };
  const accounts = [...lesserAccounts(folder), namespaceAccount];
  const able = accounts.find((account) => canWork(account, folder, program));
  if (able !== undefined) return able;
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and no other user can enter ${folder} and run ${program}. ` +
      'Open the folders above them with "chmod o+x", set DATA_DIR to another folder, or start as another user.',
  );
}

function lesserAccounts(folder: string): ServerAccount[] {
  const nobody = passwdEntry('nobody') ?? { uid: NOBODY, gid: NOBODY };
  const identities = [ownerOf(folder), passwdEntry('postgres'), nobody];
  return identities
    .filter((identity) => identity !== null)
    .map(({ uid, gid }) => ({
      uid,
      gid,
      command: (file, args) => ({ file, args, identity: { uid, gid } }),
    }));
}

const namespaceAccount: ServerAccount = {
  uid: 0,
  gid: 0,
  command: (file, args) => ({
    file: 'unshare',
    args: ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--', file, ...args],
    identity: {},
  }),
};

function ownerOf(folder: string): { uid: number; gid: number } | null {
  const { uid, gid } = statSync(folder);
  return uid > 0 && gid > 0 ? { uid, gid } : null;
}

function passwdEntry(name: string): { uid: number; gid: number } | null {
  const line = passwd().find((entry) => entry.startsWith(`${name}:`));
  const [uid, gid] = (line ?? '').split(':').slice(2, 4).map(Number);
  return uid !== undefined && gid !== undefined && uid > 0 && gid > 0 ? { uid, gid } : null;
}

function passwd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}

function canWork({ command }: ServerAccount, folder: string, program: string): boolean {
  const probe = ['-c', 'cd "$1" && test -x "$2"', 'probe', folder, program];
  const { file, args, identity } = command('/bin/sh', probe);
  return spawnSync(file, args, { cwd: '/', stdio: 'ignore', ...identity }).status === 0;
}
