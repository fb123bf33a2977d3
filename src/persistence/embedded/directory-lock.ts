import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '../../platform/monotonic.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { hasErrorCode } from './file-errors.js';
import { processIdentity } from './process-identity.js';

const LOCK_FILE = 'lock';
const POLL_MS = 100;
/** Longer than two processes need between finding the same dead holder and replacing it. */
const SETTLE_MS = 50;

/** The exclusive use of a data folder by this process. */
export interface DirectoryLock {
  /** Gives the folder up. Safe to call twice. */
  release: () => void;
}

interface Holder {
  pid: number;
  identity: string;
}

/**
 * Takes the one ownership of `folder`, waiting up to `patienceMs` for a living holder to give it
 * up; what a dead one left is taken over. Throws {@link EmbeddedPostgresError} naming the holder's
 * pid.
 */
export async function lockDirectory(folder: string, patienceMs: number): Promise<DirectoryLock> {
  const deadline = monotonicMs() + patienceMs;
  for (;;) {
    const lock = await tryLockDirectory(folder);
    if (lock !== null) return lock;
    if (monotonicMs() >= deadline) throw inUse(folder);
    await sleep(POLL_MS);
  }
}

/** Takes the ownership of `folder` if no living process has it; null otherwise. */
export async function tryLockDirectory(folder: string): Promise<DirectoryLock | null> {
  const path = join(folder, LOCK_FILE);
  const mine = `${JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) })}\n`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o644 });
  try {
    if (!placeNew(draft, path) && !(await takeOver(draft, path))) return null;
    return {
      release: () => {
        releaseLock(path, mine);
      },
    };
  } finally {
    rmSync(draft, { force: true });
  }
}

function placeNew(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Of several that find the same dead holder the last to write wins; the others see it and wait on. */
async function takeOver(draft: string, path: string): Promise<boolean> {
  const mine = readFileSync(draft, 'utf8');
  if (livingHolder(path) !== null) return false;
  renameSync(draft, path);
  await sleep(SETTLE_MS);
  return readText(path) === mine;
}

function livingHolder(path: string): Holder | null {
  const holder = parseHolder(readText(path));
  return holder !== null && processIdentity(holder.pid) === holder.identity ? holder : null;
}

function parseHolder(text: string | null): Holder | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null) return null;
    if (!('pid' in value) || !('identity' in value)) return null;
    const { pid, identity } = value;
    return typeof pid === 'number' && typeof identity === 'string' ? { pid, identity } : null;
  } catch {
    return null;
  }
}

function releaseLock(path: string, mine: string): void {
  if (readText(path) === mine) rmSync(path, { force: true });
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function inUse(folder: string): EmbeddedPostgresError {
  const holder = livingHolder(join(folder, LOCK_FILE));
  const who = holder === null ? 'another process' : `process ${holder.pid}`;
  return new EmbeddedPostgresError(
    `The data folder ${folder} is in use by ${who}. Stop that one, or set DATA_DIR to another folder.`,
  );
}
