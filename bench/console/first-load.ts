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
  const loaded: { readonly path: string; readonly bytes: number }[] = [];
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/assets/') || response.status() !== 200) return;
    bodies.push(
      response.body().then((body) => {
        loaded.push({ path: pathname, bytes: gzipSync(body, { level: 9 }).length });
      }),
    );
  });
  const sum = (ending: string, mark = ''): number =>
    loaded
      .filter(({ path }) => path.endsWith(ending) && path.includes(mark))
      .reduce((total, { bytes }) => total + bytes, 0);
  await page.goto(site.url + CAMPAIGNS_PATH);
  await page.locator('tbody tr').first().waitFor();
  await page.waitForLoadState('networkidle');
  await Promise.all(bodies);
  const first = { scriptBytes: sum('.js'), styleBytes: sum('.css') };
  await page.goto(site.url);
  await page.locator('canvas').first().waitFor();
  await Promise.all(bodies);
  const chartBytes = sum('.js', 'spend-chart') + sum('.css', 'spend-chart');
  await close();
  return { ...first, chartBytes, foreignRequests: misdeeds.foreignRequests.length };
}
