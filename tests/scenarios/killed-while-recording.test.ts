import { afterAll, expect, test } from '@jest/globals';
import { Connections } from '../../bench/chaos/connections.js';
import { findFaults } from '../../bench/chaos/find-faults.js';
import { makeCampaigns } from '../../bench/chaos/make-campaigns.js';
import { MortalProgram } from '../../bench/chaos/mortal-program.js';
import { planSpends } from '../../bench/chaos/plan.js';
import { recordThroughKills } from '../../bench/chaos/record-through-kills.js';
import { Database } from '../../src/persistence/database.js';
import { createLogger } from '../../src/platform/logger.js';
import { verifyCounters } from '../../src/services/ledger/verify-counters.js';
import { useTestDatabase } from '../support/test-database.js';

/** `npm run bench:chaos` does the same ten times as large, on a database of its own. */
const SPENDS = 1_000;
const PARALLEL = 64;
const KILLS = 5;
const TIMEOUT_MS = 120_000;

const connections = new Connections(PARALLEL);
afterAll(() => {
  connections.close();
});
const database = useTestDatabase();

test(
  'killed five times while it records: what was acknowledged is stored once, and all caps hold',
  async () => {
    const program = await MortalProgram.start({ DATABASE_URL: database.url });
    const plan = planSpends(SPENDS);
    const campaignIds = await makeCampaigns({ connections, url: await program.url() }, plan);
    const ordeal = { program, connections, parallel: PARALLEL, kills: KILLS, campaignIds };
    const acknowledged = await recordThroughKills(ordeal, plan.spends);
    expect(acknowledged.entryIds.size).toBe(SPENDS);
    expect(program.restartsMs).toHaveLength(KILLS);

    const api = { connections, url: await program.url() };
    const findings = await findFaults(api, { plan, campaignIds, acknowledged });
    expect(findings).toMatchObject({ faults: [], entries: SPENDS });
    expect(findings.exhausted).toBeGreaterThan(0);
    expect(await program.stop()).toBe(0);
    expect(await differences()).toBe(0);
  },
  TIMEOUT_MS,
);

/** What the ledger and the counters do not agree about. */
async function differences(): Promise<number> {
  const log = createLogger({ level: 'error' });
  const opened = await Database.open({ url: database.url, maxConnections: 2, log });
  try {
    return (await verifyCounters({ database: opened })).differences;
  } finally {
    await opened.close();
  }
}
