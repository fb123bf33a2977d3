import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

const NOBODY = 65534;

interface Identity {
  uid: number;
  gid: number;
}

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
 * `nobody`. Where none of these can enter, or this user has no name, it is this user seen as nobody
 * in a namespace of its own. `folder` holds the server's folders, `program` is what is to be run.
 * Throws {@link EmbeddedPostgresError} if none of these works.
 */
export function chooseServerAccount(folder: string, program: string): ServerAccount {
  const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const plain = own.uid === 0 ? lesserAccounts(folder) : ownAccounts(own);
  const accounts = [...plain, namespaceAccount(own)];
  const able = accounts.find((account) => canWork(account, folder, program));
  if (able !== undefined) return able;
  throw new EmbeddedPostgresError(
    `No user whom PostgreSQL accepts can enter ${folder} and run ${program}: it refuses root, and who has no name. ` +
      'Open the folders above them with "chmod o+x", set DATA_DIR to another folder, or start as another user.',
  );
}

/** The programs refuse a user whom the machine does not know by name, as in many containers. */
function ownAccounts({ uid, gid }: Identity): ServerAccount[] {
  try {
    userInfo();
  } catch {
    return [];
  }
  return [{ uid, gid, command: (file, args) => ({ file, args, identity: {} }) }];
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

function namespaceAccount({ uid, gid }: Identity): ServerAccount {
  const options = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
  const command = (file: string, args: readonly string[]): Command => ({
    file: 'unshare',
    args: [...options, file, ...args],
    identity: {},
  });
  return { uid, gid, command };
}

function ownerOf(folder: string): Identity | null {
  const { uid, gid } = statSync(folder);
  return uid > 0 && gid > 0 ? { uid, gid } : null;
}

function passwdEntry(name: string): Identity | null {
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
