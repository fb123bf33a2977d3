import type { Browser } from 'playwright-core';
import { CAMPAIGNS_PATH, openBenchPage } from './bench-page.js';
import type { ConsoleSite } from './console-site.js';

/** The time from asking for the page until its first row is there, with nothing kept from before. */
export async function measureFirstRowsMs(browser: Browser, site: ConsoleSite): Promise<number> {
  const { page, close } = await openBenchPage(browser, site);
  const startedAt = performance.now();
  await page.goto(site.url + CAMPAIGNS_PATH, { waitUntil: 'commit' });
  await page.locator('tbody tr').first().waitFor();
  const elapsedMs = performance.now() - startedAt;
  await close();
  return elapsedMs;
}
