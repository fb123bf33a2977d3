import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { JobStoreError } from '../../../src/jobs/agenda/job-store.js';
import { openMongoStore } from '../../../src/jobs/agenda/mongo-store.js';
import { createLogger } from '../../../src/platform/logger.js';
import { systemClock } from '../../../src/platform/clock.js';
import { useProcesses } from '../../support/processes.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const aProcess = useProcesses(world);
const log = createLogger({ level: 'silent' });
const TIMEOUT_MS = 300;

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

/** A port on which somebody takes calls and never answers. */
async function aSilentPort(): Promise<number> {
  // Read, so that the end of a call is noticed.
  const server = createServer((socket) => socket.on('error', () => undefined).resume());
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function refusalOf(url: string): Promise<string> {
  const opening = openMongoStore({ url, log, connectTimeoutMs: TIMEOUT_MS });
  await expect(opening).rejects.toBeInstanceOf(JobStoreError);
  return opening.then(
    () => '',
    (error: unknown) => String(error),
  );
}

describe('a MongoDB that cannot be used', () => {
  test('is refused when nobody listens, naming the server and no password', async () => {
    const message = await refusalOf('mongodb://ada:s3cret@127.0.0.1:9/jobs?replicaSet=rs');
    expect(message).toContain('MONGO_URL: MongoDB at mongodb://127.0.0.1:9/jobs cannot be used');
    expect(message).not.toContain('s3cret');
  });

  test('is refused in time when somebody listens and does not answer', async () => {
    const port = await aSilentPort();
    const begin = systemClock.now();
    expect(await refusalOf(`mongodb://127.0.0.1:${String(port)}/jobs`)).toContain('cannot be used');
    expect(systemClock.now() - begin).toBeLessThan(10 * TIMEOUT_MS);
  });

  test('is refused when its address is none', async () => {
    expect(await refusalOf('mongodb://')).toContain('cannot be used');
    expect(await refusalOf('http://127.0.0.1/jobs')).toContain('cannot be used');
  });

  test('keeps the jobs from starting', async () => {
    const mongoUrl = 'mongodb://';
    const { jobs } = await aProcess({ clock: systemClock, jobs: { mongoUrl } });
    await expect(jobs.start()).rejects.toBeInstanceOf(JobStoreError);
  });
});
