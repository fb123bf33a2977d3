import chromium from '@sparticuz/chromium';
import { build } from '../../scripts/build.mjs';
import { debianProgram } from '../../scripts/debian-programs.mjs';
import { exclusively } from '../../scripts/exclusive.mjs';
import { needsPages, needsRedis, needsServer } from './test-selection.mjs';

/**
 * Before the first test: builds, so that tests which start the program start this one; and gets one
 * PostgreSQL for the whole run with a migrated database in it that each test file clones.
 */
export default async function globalSetup(settings) {
  const { patterns } = settings.testPathPatterns;
  await exclusively(() => build({ pages: needsPages(patterns) }));
  // Once, before several tests at a time unpack it to the same place.
  if (needsPages(patterns)) await chromium.executablePath();
  await forgetSettings(patterns);
  if (needsRedis(patterns)) await exclusively(findRedis);
  if (!needsServer(patterns)) return;
  const { startTestServer } = await import('./test-server.mjs');
  const server = await startTestServer();
  globalThis.stopTestServer = server.stop;
  // What is put here reaches the processes in which the tests run.
  process.env.TEST_SERVER_URL = server.url;
  process.env.TEST_TEMPLATE = server.template;
}

/** The tests' programs must not reach a database that whoever runs the tests works with. */
async function forgetSettings(patterns) {
  const { CONFIG_VARIABLES } = await import('../../dist/config.js');
  const wanted = patterns.some((pattern) => pattern.includes('tests/mongo')) ? ['MONGO_URL'] : [];
  for (const name of CONFIG_VARIABLES) {
    if (!wanted.includes(name)) delete process.env[name];
  }
}

/** Where no Redis can be had, its tests are left out on a person's machine, and fail the run where CI=true. */
function findRedis() {
  try {
    const wanted = { program: '/usr/bin/redis-server', package: 'redis-server' };
    process.env.TEST_REDIS_SERVER = debianProgram(wanted);
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    process.stderr.write(`Left out: what needs Redis. ${error.message}\n`);
  }
}
