import { setTimeout as sleep } from 'node:timers/promises';
import { hasErrorCode } from './file-errors.js';
import { processIdentity } from './process-identity.js';
import type { ServerProcess } from './server-process.js';

/** PostgreSQL's three ways to stop, gentlest first, and how long each may take. */
const STEPS = [
  { signal: 'SIGINT', patienceMs: 8_000 },
  { signal: 'SIGQUIT', patienceMs: 3_000 },
  { signal: 'SIGKILL', patienceMs: 3_000 },
] as const;

/** Stops a server: a fast shutdown, which ends sessions and keeps all that was committed, or harder if it hangs. */
export async function stopServer(server: ServerProcess): Promise<void> {
  for (const { signal, patienceMs } of STEPS) {
    send(server, signal);
    if (await exitedWithin(server, patienceMs)) return;
  }
}

async function exitedWithin(server: ServerProcess, patienceMs: number): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(patienceMs, false, { signal: patience.signal }).catch(() => false);
  const gone = await Promise.race([server.exited.then(() => true), late]);
  patience.abort();
  return gone;
}

function send({ pid, identity }: ServerProcess, signal: NodeJS.Signals): void {
  if (identity === null || processIdentity(pid) !== identity) return;
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasErrorCode(error, 'ESRCH')) throw error;
  }
}
