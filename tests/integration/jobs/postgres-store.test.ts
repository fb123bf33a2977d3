import { describe, expect, test } from '@jest/globals';
import { openPostgresStore } from '../../../src/jobs/agenda/postgres-store.js';
import type { JobDefinition } from '../../../src/jobs/kit/job-definition.js';
import { createLogger } from '../../../src/platform/logger.js';
import { describeJobStore } from '../../support/job-store-conformance.js';
import { useProcesses } from '../../support/processes.js';
import { until } from '../../support/until.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const aProcess = useProcesses(world);
const log = createLogger({ level: 'silent' });

describe('the store of the jobs on PostgreSQL', () => {
  describeJobStore(() => {
    const { connectionString: url = '' } = world.kernel.database.pool.options;
    return Promise.resolve(openPostgresStore({ url, log }));
  });

  test('outlives the end of all its connections', async () => {
    let runs = 0;
    const job: JobDefinition = {
      name: 'outliving',
      schedule: { everySeconds: 1 },
      description: 'For a test.',
      runs: 'ALWAYS',
      run: () => Promise.resolve(void (runs += 1)),
    };
    const { jobs } = await aProcess({ jobs: { definitions: [job] }, logLevel: 'silent' });
    await jobs.start();
    await until(() => runs > 0);
    await world.rowsAsOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    const before = runs;
    await until(() => runs > before + 1);
    expect(runs).toBeGreaterThan(before);
  });
});
