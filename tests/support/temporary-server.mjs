import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../dist/persistence/embedded/start-embedded-postgres.js';
import { processIdentity } from '../../dist/persistence/embedded/process-identity.js';
import { createLogger } from '../../dist/platform/logger.js';

const PREFIX = 'paceline-test-';

/** Starts an embedded PostgreSQL for this run in a temporary folder that goes with it. */
export async function startTemporaryServer() {
  await removeOrphans();
  const server = await startIn(`${PREFIX}${process.pid}`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void server.stop().finally(() => process.exit(1)));
  }
  return server;
}

async function startIn(name) {
  const dataDir = join(tmpdir(), name);
  const log = createLogger({ level: 'warn' });
  const server = await startEmbeddedPostgres({ dataDir, log, durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

/** A run that was killed leaves its server behind: it is adopted, and then stopped in order. */
async function removeOrphans() {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.slice(PREFIX.length));
    if (!name.startsWith(PREFIX) || processIdentity(pid) !== null) continue;
    const orphan = await startIn(name).catch(() => null);
    await orphan?.stop();
  }
}
