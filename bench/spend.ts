import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { IdFactory } from '../src/domain/ids.js';
import { Database } from '../src/persistence/database.js';
import { startEmbeddedPostgres } from '../src/persistence/embedded/start-embedded-postgres.js';
import { systemClock } from '../src/platform/clock.js';
import { idSources } from '../src/platform/id-sources.js';
import { createLogger } from '../src/platform/logger.js';
import { ADMIN_TOKEN } from './admin-key.js';
import { interleave, median, type Rates } from './rounds.js';
import { makeCampaigns } from './spend/campaigns.js';
import { recordSpendMutation } from './spend/record-spend-mutation.js';
import { transactionPerEvent } from './spend/transaction-per-event.js';

const CAMPAIGNS = 20_000;
const HOT_CAMPAIGNS = 20;
const ROUNDS = 5;
const ROUND_MS = 3_000;
const WARM_UP_MS = 2_000;
const READY_ATTEMPTS = 300;
const READY_POLL_MS = 100;

const ids = new IdFactory(idSources());
const clock = systemClock;
const log = createLogger({ level: 'error' });
const dataDir = mkdtempSync(join(tmpdir(), 'paceline-bench-'));
const server = await startEmbeddedPostgres({ dataDir, log });
const database = await Database.open({ url: asSuperuser(server.url), maxConnections: 16, log });

try {
  // It makes the tables and the agency.
  const api = await startApi(server.url);
  try {
    await makeCampaigns(database, { count: CAMPAIGNS, now: clock.now() });
    const any = (count: number) => () => Math.floor(Math.random() * count);
    await measure(`spread over ${CAMPAIGNS} campaigns`, any(CAMPAIGNS), api.url);
    await measure(`${HOT_CAMPAIGNS} hot campaigns of one brand`, any(HOT_CAMPAIGNS), api.url);
  } finally {
    await api.stop();
  }
} finally {
  await database.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** The peer knows no agencies: no policy is to slow it down. */
function asSuperuser(url: string): string {
  return url.replace('://paceline@', '://postgres@');
}

async function measure(name: string, pick: () => number, url: string): Promise<void> {
  process.stderr.write(`${name}\n`);
  const contenders = [
    transactionPerEvent({ pool: database.pool, ids, clock }, pick),
    recordSpendMutation({ url, ids, clock }, pick),
  ];
  for (const contender of contenders) await contender.run(WARM_UP_MS);
  report(name, await interleave(contenders, { rounds: ROUNDS, durationMs: ROUND_MS }));
}

function report(name: string, [baseline, ours]: readonly Rates[]): void {
  if (!baseline || !ours) return;
  const ratios = ours.perSecond.map((rate, i) => rate / (baseline.perSecond[i] ?? Number.NaN));
  const lines = [
    `${name} (medians of ${ROUNDS} interleaved rounds, ${availableParallelism()} cores, Node ${process.version})`,
    ...[baseline, ours].map((rates) => `  ${rates.name}: ${median(rates.perSecond).toFixed(0)}/s`),
    `  ratio: ${median(ratios).toFixed(2)} x`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The program itself, as an api process on the same server. */
async function startApi(databaseUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    ROLES: 'api',
    DEMO: 'off',
    BOOTSTRAP_TOKEN: ADMIN_TOKEN,
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.js')], {
    env: { ...settings, LOG_LEVEL: 'error', PATH: '/usr/bin:/bin' },
    stdio: 'inherit',
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  await untilReady(url);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < READY_ATTEMPTS; attempt += 1) {
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS));
  }
  throw new Error('the api did not become ready');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
