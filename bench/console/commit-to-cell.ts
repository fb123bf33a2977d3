import type { Browser, Page } from 'playwright-core';
import { openBenchPage, showCampaigns } from './bench-page.js';
import type { ConsoleSite } from './console-site.js';
import { beginSteadySpend } from './steady-spend.js';

const SAMPLES = 60;
const OTHERS_PER_SECOND = 50;

/**
 * How long it takes from sending a spend, so more than from its commit, until its cell shows it,
 * while other campaigns spend too. Both ends are read from the clock of one machine.
 */
export async function measureCommitToCellMs(
  browser: Browser,
  site: ConsoleSite,
  campaignIds: readonly string[],
): Promise<readonly number[]> {
  const { page, close } = await openBenchPage(browser, site);
  await showCampaigns(page, site, campaignIds.length);
  const [watched = '', ...others] = campaignIds;
  const spend = beginSteadySpend(site, others, OTHERS_PER_SECOND);
  const elapsedMs: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const shownAt = await nextChangeOf(page, watched);
    const sentAt = Date.now();
    await site.spend(watched, '1');
    elapsedMs.push((await shownAt()) - sentAt);
  }
  await spend.stop();
  await close();
  return elapsedMs;
}

/** Begins to watch a row; what it gives settles with the instant at which the row's text has changed. */
async function nextChangeOf(page: Page, campaignId: string): Promise<() => Promise<number>> {
  const change = await page.evaluateHandle((id) => {
    const row = document.querySelector(`tr[data-id="${id}"]`);
    if (row === null) throw new Error('the row is on the screen');
    const changed = new Promise<number>((resolve) => {
      new MutationObserver((_records, observer) => {
        observer.disconnect();
        // What is in the document is on the screen with the next frame.
        requestAnimationFrame(() => {
          resolve(Date.now());
        });
      }).observe(row, { subtree: true, characterData: true, childList: true });
    });
    // A promise itself would be waited for here.
    return { changed };
  }, campaignId);
  return () => change.evaluate(({ changed }) => changed);
}
