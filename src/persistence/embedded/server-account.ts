import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
 * Chooses who runs the server: this user, or, as root, `postgres`, else `nobody`, else, under a
 * folder that these cannot enter, root itself seen as nobody in a user namespace of its own.
 * `folder` holds the server's folders, `program` is what is to be run. Throws
 * {@link EmbeddedPostgresError} if none of these works.
 */
export function chooseServerAccount(folder: string, program: string): ServerAccount {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { uid, gid, command: (file, args) => ({ file, args, identity: {} }) };
  const lesser = lesserAccount();
  if (canWork(lesser.command, folder, program)) return lesser;
  if (canWork(namespaceAccount.command, folder, program)) return namespaceAccount;
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and user ${lesser.uid} cannot enter ${folder} or run ${program}. ` +
      'Open the folders above them with "chmod o+x", set DATA_DIR to another folder, or start as another user.',
  );
}

function lesserAccount(): ServerAccount {
  const { uid, gid } = passwdEntry('postgres') ??
    passwdEntry('nobody') ?? { uid: NOBODY, gid: NOBODY };
  return { uid, gid, command: (file, args) => ({ file, args, identity: { uid, gid } }) };
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

function canWork(command: ServerAccount['command'], folder: string, program: string): boolean {
  const probe = ['-c', 'cd "$1" && test -x "$2"', 'probe', folder, program];
  const { file, args, identity } = command('/bin/sh', probe);
  return spawnSync(file, args, { cwd: '/', stdio: 'ignore', ...identity }).status === 0;
}
