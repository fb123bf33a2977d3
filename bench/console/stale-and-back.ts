import type { Browser } from 'playwright-core';
import { openBenchPage, showCampaigns } from './bench-page.js';
import type { ConsoleSite } from './console-site.js';

/** How long the page takes to notice, and to come back. */
export interface StaleAndBack {
  /** From when the server answers nobody any more until the page says so. */
  readonly frozenToStaleMs: number;
  /** From when the server is ready again until all is read anew and live. */
  readonly readyToLiveMs: number;
}

/** Freezes the server under an open page, then kills it and starts it again. */
export async function measureStaleAndBack(
  browser: Browser,
  site: ConsoleSite,
  rows: number,
): Promise<StaleAndBack> {
  const { page, close } = await openBenchPage(browser, site);
  await showCampaigns(page, site, rows);
  const stale = page.getByText('The server is not heard.');
  const live = page.getByRole('status', { name: /^Live/ });
  const frozenAt = performance.now();
  site.freeze();
  await stale.waitFor();
  const frozenToStaleMs = performance.now() - frozenAt;
  await site.kill();
  await site.restart();
  const readyAt = performance.now();
  await live.waitFor();
  const readyToLiveMs = performance.now() - readyAt;
  await close();
  return { frozenToStaleMs, readyToLiveMs };
}
