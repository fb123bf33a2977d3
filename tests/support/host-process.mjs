// A process that runs the program again and again, on one database after the other, as it is told: what
// takes long about a process is done once. What a worker does by itself in real time, it does here on demand.
import { startApp } from '../../dist/app.js';
import { loadConfig } from '../../dist/config.js';
import { systemCaller } from '../../dist/domain/access/caller.js';
import { FIRST_AGENCY_ID } from '../../dist/domain/access/first-agency.js';
import { createLogger } from '../../dist/platform/logger.js';
import { verifyAudit } from '../../dist/services/audit/verify-audit.js';
import { setClock } from '../../dist/services/clock/set-clock.js';
import { verifyCounters } from '../../dist/services/ledger/verify-counters.js';

let app;

const VERBS = {
  async start(environment) {
    const config = loadConfig(environment);
    const write = (line) => process.send({ line });
    const log = createLogger({ level: config.logLevel, destination: { write } });
    app = await startApp(config, { log, databaseUrl: config.databaseUrl });
    return app.url;
  },

  async close() {
    await app?.close();
    app = undefined;
  },

  async setClock(at) {
    await setClock(app.kernel, systemCaller(FIRST_AGENCY_ID, 'a scenario'), Date.parse(at));
  },

  async runJob(name) {
    const report = await app.kernel.jobs.run(name);
    return report?.lastError ?? null;
  },

  /** How many things in the database are not as they must be. */
  async countFaults() {
    const { differences } = await verifyCounters(app.kernel);
    const logs = await verifyAudit(app.kernel);
    return differences + logs.filter(({ broken }) => broken !== null).length;
  },
};

process.on('message', ({ id, verb, argument }) => {
  VERBS[verb](argument).then(
    (result) => process.send({ id, result }),
    (error) => process.send({ id, failure: error.stack }),
  );
});
// Whoever told it is gone.
process.once('disconnect', () => process.exit(0));
process.send({ id: 0 });
