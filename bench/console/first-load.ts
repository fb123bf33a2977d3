import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { CAMPAIGNS_PATH, openBenchPage } from './bench-page.js';
import type { ConsoleSite } from './console-site.js';

/** What a browser that knows nothing loads, in bytes as gzip sends them. */
export interface FirstLoad {
  readonly scriptBytes: number;
  readonly styleBytes: number;
  /** What the chart alone adds, which is loaded when one is shown. */
  readonly chartBytes: number;
  readonly foreignRequests: number;
}

/** Loads the list of campaigns, then the monitor with its chart. */
export async function measureFirstLoad(browser: Browser, site: ConsoleSite): Promise<FirstLoad> {
  const { page, misdeeds, close } = await openBenchPage(browser, site);
  const paths = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/assets/')) paths.add(pathname);
  });
  await page.goto(site.url + CAMPAIGNS_PATH);
  await page.locator('tbody tr').first().waitFor();
  await page.waitForLoadState('networkidle');
  const first = [...paths];
  await page.goto(site.url);
  await page.locator('canvas').first().waitFor();
  const chart = [...paths].filter((path) => path.includes('spend-canvas'));
  await close();
  return {
    scriptBytes: await bytesOf(site, first, '.js'),
    styleBytes: await bytesOf(site, first, '.css'),
    chartBytes: await bytesOf(site, chart, ''),
    foreignRequests: misdeeds.foreignRequests.length,
  };
}

/** What the files with this ending have together as gzip sends them. */
async function bytesOf(
  site: ConsoleSite,
  paths: readonly string[],
  ending: string,
): Promise<number> {
  const wanted = paths.filter((path) => path.endsWith(ending));
  const sizes = wanted.map(async (path) => {
    const response = await fetch(site.url + path);
    return gzipSync(await response.arrayBuffer(), { level: 9 }).length;
  });
  return (await Promise.all(sizes)).reduce((total, bytes) => total + bytes, 0);
}
