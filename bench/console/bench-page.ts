import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openWatchedPage, type Misdeeds } from '../browser/watched-page.js';
import type { ConsoleSite } from './console-site.js';

/** A page of somebody who is signed in, with nothing kept from before. */
export interface BenchPage {
  readonly page: Page;
  readonly misdeeds: Misdeeds;
  close(): Promise<void>;
}

const VIEWPORT = { width: 1440, height: 900 };

/** Opens an empty page in a browser profile of its own. */
export async function openBenchPage(browser: Browser, site: ConsoleSite): Promise<BenchPage> {
  const context: BrowserContext = await browser.newContext({ viewport: VIEWPORT });
  const [name = '', value = ''] = (await site.enter({ role: 'ADMIN', brandIds: null })).split('=');
  await context.addCookies([{ name, value, url: site.url }]);
  const { page, misdeeds } = await openWatchedPage(context, site.url);
  return { page, misdeeds, close: () => context.close() };
}

/** The list of campaigns with 100 rows a page, by name. */
export const CAMPAIGNS_PATH = '/campaigns?size=100&sort=NAME';

/** Goes there, and returns when all rows are on the screen and the news come in. */
export async function showCampaigns(page: Page, site: ConsoleSite, rows: number): Promise<void> {
  await page.goto(site.url + CAMPAIGNS_PATH);
  await page
    .locator('tbody tr')
    .nth(rows - 1)
    .waitFor();
  await page.getByRole('status', { name: /^Live/ }).waitFor();
}
