import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const START_TICKS_AFTER_NAME = 19;
const DEAD_STATES = ['Z', 'X', 'x'];

/**
 * A string that no other process has, now or after a restart of the machine, even if it gets the
 * same pid. Null if no such process lives.
 */
export function processIdentity(pid: number): string | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return process.platform === 'linux' ? identityFromProc(pid) : identityFromPs(pid);
}

/** The command line of a living process, its arguments parted by spaces; null if none lives. */
export function commandLine(pid: number): string | null {
  if (processIdentity(pid) === null) return null;
  if (process.platform !== 'linux') return ps(pid, 'command');
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? null;
}

function identityFromProc(pid: number): string | null {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The name before the last parenthesis may hold spaces and parentheses of its own.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = 'X'] = fields;
  if (DEAD_STATES.includes(state)) return null;
  const boot = read('/proc/sys/kernel/random/boot_id') ?? '';
  return `${boot.trim()}/${pid}/${fields[START_TICKS_AFTER_NAME] ?? ''}`;
}

function identityFromPs(pid: number): string | null {
  const started = ps(pid, 'lstart');
  return started === null ? null : `${pid}/${started}`;
}

function ps(pid: number, column: 'lstart' | 'command'): string | null {
  try {
    const args = ['-o', `${column}=`, '-p', String(pid)];
    const output = execFileSync('ps', args, { encoding: 'utf8', stdio: 'pipe' }).trim();
    return output === '' ? null : output;
  } catch {
    return null;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
