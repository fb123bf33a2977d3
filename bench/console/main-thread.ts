import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { openBenchPage, showCampaigns } from './bench-page.js';
import type { ConsoleSite } from './console-site.js';
import { beginSteadySpend } from './steady-spend.js';

/** How busy the page's main thread is while its rows change. */
export interface MainThread {
  readonly busyMsPerSecond: number;
  readonly eventsPerSecond: number;
}

const MEASURED_MS = 8_000;
const WARM_UP_MS = 2_000;

/** Watches the list with all campaigns while each of them spends. */
export async function measureMainThread(
  browser: Browser,
  site: ConsoleSite,
  {
    campaignIds,
    perSecond,
  }: { readonly campaignIds: readonly string[]; readonly perSecond: number },
): Promise<MainThread> {
  const { page, close } = await openBenchPage(browser, site);
  await showCampaigns(page, site, campaignIds.length);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable');
  const busySeconds = async (): Promise<number> => {
    const { metrics } = await devTools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const spend = beginSteadySpend(site, campaignIds, perSecond);
  await pause(WARM_UP_MS);
  const [before, startedAt] = [await busySeconds(), performance.now()];
  await pause(MEASURED_MS);
  const [after, endedAt] = [await busySeconds(), performance.now()];
  const eventsPerSecond = await spend.stop();
  await close();
  return { busyMsPerSecond: ((after - before) * 1e6) / (endedAt - startedAt), eventsPerSecond };
}
