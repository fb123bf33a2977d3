import { afterAll, describe, test } from '@jest/globals';
import { ADMIN_TOKEN, type TestApp, useApp } from '../test-app.js';
import { BLOCK_KINDS, readDocument, testClockOf, type Block } from './document.js';
import { PageClient } from './page-client.js';
import { PAGE_KEY, Playback } from './playback.js';
import { hasProgram, Shell } from './shell.js';

const TIMEOUT_MS = 120_000;

/** Plays a page from its beginning to its end against a server that is as the page says. */
export function playPage(path: string): void {
  describe(path, () => {
    const document = readDocument(path);
    const { blocks } = document;
    const TEST_CLOCK = testClockOf(document);
    const app = useApp({ TEST_CLOCK, ROLES: 'api,worker' });
    const client = new PageClient(() => app.url);
    const shell = new Shell(() => ({
      DATABASE_URL: databaseOf(app),
      TEST_CLOCK,
      [PAGE_KEY]: ADMIN_TOKEN,
    })).use();
    const playback = new Playback(client, shell);
    afterAll(() => client.hangUp());
    blocks.forEach((block, i) => {
      if (!isRunnable(blocks, i)) return;
      const title = `line ${block.line}: ${BLOCK_KINDS[block.kind]}`;
      test(title, () => playback.play(block, blocks[i + 1]), TIMEOUT_MS);
    });
  });
}

/** Not every machine has curl. */
function isRunnable(blocks: readonly Block[], i: number): boolean {
  const source = blocks[i]?.kind === 'text output' ? blocks[i - 1] : blocks[i];
  return source?.kind !== 'sh' || !/^curl\b/m.test(source.text) || hasProgram('curl');
}

function databaseOf({ app }: TestApp): string {
  return app.kernel.database.pool.options.connectionString ?? '';
}
