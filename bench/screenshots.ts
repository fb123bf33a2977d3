import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from './browser/chromium.js';
import { startProgram } from './chaos/program.js';

/** What the README shows: which page, in which theme, and the file. */
const PICTURES = [
  { path: '/', scheme: 'dark', file: 'docs/images/console-monitor.png' },
  { path: '/campaigns', scheme: 'light', file: 'docs/images/console-campaigns.png' },
] as const;
const VIEWPORT = { width: 1440, height: 900 };
/** So many news are waited for, so that the pictures show a day that is under way. */
const SPENDS_SEEN = 12;

const dataDir = mkdtempSync(join(tmpdir(), 'paceline-pictures-'));
const program = await startProgram({ DATA_DIR: dataDir, DEMO: 'on' });
const browser = await launchChromium();
try {
  for (const { path, scheme, file } of PICTURES) {
    const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: scheme });
    await page.goto(program.url + path);
    await page.getByRole('status', { name: /^Live/ }).waitFor();
    await seeSpends(page);
    await page.screenshot({ path: file });
    process.stdout.write(`${file} is written.\n`);
  }
} finally {
  await browser.close();
  await program.end('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
}

/** Returns when the page has heard of some spends. */
async function seeSpends(page: Page): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        let seen = 0;
        new MutationObserver((_records, observer) => {
          seen += 1;
          if (seen < wanted) return;
          observer.disconnect();
          resolve();
        }).observe(document.body, { subtree: true, characterData: true });
      }),
    SPENDS_SEEN,
  );
}
