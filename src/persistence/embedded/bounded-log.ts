import type { ServerAccount } from './server-account.js';
import {
  closeSync,
  copyFileSync,
  fchownSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
} from 'node:fs';

const MAX_LOG_BYTES = 4 * 1024 * 1024;
const TAIL_LINES = 12;

/** Runs `use` with the server's log open for appending, as a spawned process wants it. */
export function withLogFile<T>(
  { path, account }: { path: string; account: ServerAccount },
  use: (descriptor: number) => T,
): T {
  boundLog(path);
  const descriptor = openSync(path, 'a', 0o600);
  try {
    fchownSync(descriptor, account.uid, account.gid);
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Moves the content to `PATH.1` once it is over 4 MiB. The file itself stays, since the server
 * goes on writing to it.
 */
export function boundLog(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= MAX_LOG_BYTES) return;
  copyFileSync(path, `${path}.1`);
  truncateSync(path);
}

/** The last lines of the log, for an error message. */
export function logTail(path: string): string {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  } catch {
    return '';
  }
}
