import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../src/persistence/database.js';
import { startEmbeddedPostgres } from '../src/persistence/embedded/start-embedded-postgres.js';
import { createLogger } from '../src/platform/logger.js';
import { verifyCounters } from '../src/services/ledger/verify-counters.js';
import { Connections } from './chaos/connections.js';
import { findFaults, type Findings } from './chaos/find-faults.js';
import { makeCampaigns } from './chaos/make-campaigns.js';
import { MortalProgram } from './chaos/mortal-program.js';
import { planSpends } from './chaos/plan.js';
import { type Acknowledged, recordThroughKills } from './chaos/record-through-kills.js';

const SPENDS = 10_000;
const PARALLEL = 64;
const KILLS = 5;
const LONGEST_LIST = 20;

const dataDir = join(mkdtempSync(join(tmpdir(), 'paceline-chaos-')), 'data');
const connections = new Connections(PARALLEL);
try {
  // As on a first `npm start`, with the database that comes with it.
  const program = await MortalProgram.start({ DATA_DIR: dataDir });
  const plan = planSpends(SPENDS);
  const campaignIds = await makeCampaigns({ connections, url: await program.url() }, plan);
  const ordeal = { program, connections, parallel: PARALLEL, kills: KILLS, campaignIds };
  const acknowledged = await recordThroughKills(ordeal, plan.spends);
  const api = { connections, url: await program.url() };
  const findings = await findFaults(api, { plan, campaignIds, acknowledged });
  await program.stop();
  const differences = await countDifferences();
  report({ acknowledged, findings, differences, restartsMs: program.restartsMs });
  process.exitCode = findings.faults.length === 0 && differences === 0 ? 0 : 1;
} finally {
  connections.close();
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
}

/** What `npm run paceline -- verify` counts. */
async function countDifferences(): Promise<number> {
  const log = createLogger({ level: 'error' });
  const server = await startEmbeddedPostgres({ dataDir, log });
  const database = await Database.open({ url: server.url, maxConnections: 2, log });
  try {
    return (await verifyCounters({ database })).differences;
  } finally {
    await database.close();
    await server.stop();
  }
}

interface Outcome {
  readonly acknowledged: Acknowledged;
  readonly findings: Findings;
  readonly differences: number;
  readonly restartsMs: readonly number[];
}

function report({ acknowledged, findings, differences, restartsMs }: Outcome): void {
  const { calls, lost, duplicates, seconds, entryIds } = acknowledged;
  const lines = [
    `${SPENDS} spends in ${calls} calls from ${PARALLEL} connections, killed ${KILLS} times ` +
      `(${availableParallelism()} cores, Node ${process.version})`,
    `  acknowledged: ${entryIds.size} in ${seconds.toFixed(1)} s, restarts included`,
    `  calls lost with the program and sent again: ${lost}`,
    `  answers "recorded before": ${duplicates}`,
    `  ready again after: ${restartsMs.join(', ')} ms`,
    `  in the ledger: ${findings.entries}; campaigns at their cap: ${findings.exhausted}`,
    `  verify: ${differences} differences; faults: ${findings.faults.length}`,
    ...findings.faults.slice(0, LONGEST_LIST).map((fault) => `    ${fault}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
