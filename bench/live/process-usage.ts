import { readFileSync } from 'node:fs';

/** What Linux counts CPU time in, on every machine of the last decades. */
const TICKS_PER_SECOND = 100;
const BYTES_PER_KB = 1_024;
const BYTES_PER_MB = 1_000_000;
/** The places of `utime` and `stime` behind the name of the process, which may hold blanks. */
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;

/** The CPU time that a process and all its threads have used, in seconds. */
export function cpuSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND;
}

/** The memory of a process that is in RAM, in megabytes of a million bytes. */
export function residentMb(pid: number): number {
  const [, kb] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kb) * BYTES_PER_KB) / BYTES_PER_MB;
}
