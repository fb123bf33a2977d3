import { readFileSync, writeFileSync } from 'node:fs';
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

/**
 * Makes a new server take a dead one's file for what it is, though the pid in it may be a zombie's
 * or, after a restart of the machine, anybody's. It ignores the pid of its parent, which is us. The
 * file itself has to stay: it names the memory by which the new server finds out whether processes
 * of the old one still write to the data.
 */
export function disownPostmaster(folders: ServerFolders): void {
  const lines = readLines(folders);
  if (lines !== null) writeFileSync(fileOf(folders), [process.pid, ...lines.slice(1)].join('\n'));
}

function readPostmaster(folders: ServerFolders): Postmaster | null {
  const lines = readLines(folders);
  if (lines === null) return null;
  return { pid: Number(lines[0]), ready: lines[STATUS_LINE]?.trim() === 'ready' };
}

function readLines(folders: ServerFolders): string[] | null {
  try {
    return readFileSync(fileOf(folders), 'utf8').split('\n');
  } catch {
    return null;
  }
}

function fileOf(folders: ServerFolders): string {
  return join(folders.data, 'postmaster.pid');
}
