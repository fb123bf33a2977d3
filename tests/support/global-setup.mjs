import { build } from '../../scripts/build.mjs';
import { needsServer } from './test-selection.mjs';

/**
 * Before the first test: builds, so that tests which start the program start this one; and gets one
 * PostgreSQL for the whole run with a migrated database in it that each test file clones.
 */
export default async function globalSetup(settings) {
  await build();
  if (!needsServer(settings.testPathPatterns.patterns)) return;
  const { startTestServer } = await import('./test-server.mjs');
  const server = await startTestServer();
  globalThis.stopTestServer = server.stop;
  // What is put here reaches the processes in which the tests run.
  process.env.TEST_SERVER_URL = server.url;
  process.env.TEST_TEMPLATE = server.template;
}
