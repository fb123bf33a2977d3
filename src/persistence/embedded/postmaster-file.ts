import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from './process-identity.js';
import type { ServerFolders } from './server-folders.js';

const STATUS_LINE = 7;

/** What a running server says about itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  /** Whether it takes connections. */
  ready: boolean;
}

/** The living server of these folders; null if there is none. */
export function runningPostmaster(folders: ServerFolders): Postmaster | null {
  const postmaster = readPostmaster(folders);
  if (postmaster === null) return null;
  // After a restart of the machine the pid may be anybody's.
  return commandLine(postmaster.pid)?.includes(folders.data) === true ? postmaster : null;
}

/** Removes what a dead server left, since PostgreSQL trusts the pid alone. */
export function forgetPostmaster(folders: ServerFolders): void {
  rmSync(fileOf(folders), { force: true });
}

function readPostmaster(folders: ServerFolders): Postmaster | null {
  try {
    const lines = readFileSync(fileOf(folders), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[STATUS_LINE]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

function fileOf(folders: ServerFolders): string {
  return join(folders.data, 'postmaster.pid');
}
