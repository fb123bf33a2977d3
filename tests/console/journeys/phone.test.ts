import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { choose } from '../../support/browser/choose.js';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('on a phone a campaign is found, paused, and given its hours with a finger', async () => {
  const { site } = journey;
  const id = await site.makeCampaign({ name: 'Pocket', dailyBudget: '100' });
  await site.makeCampaign({ name: 'Other', dailyBudget: '100' });
  const page = await journey.open(ADMIN, PHONE);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Open the navigation' }).tap();
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Campaigns' })
    .tap();
  await page.getByRole('heading', { level: 1, name: 'Campaigns' }).waitFor();
  await page.getByRole('button', { name: 'Open the navigation' }).waitFor();
  await page.getByRole('button', { name: 'Filters' }).tap();
  await choose(page.getByRole('search'), { from: 'Any status', option: 'Active' });
  await page.waitForURL(/status=ACTIVE/);
  await page.getByRole('textbox', { name: 'Search name or external id' }).fill('Pocket');
  await page.waitForURL(/q=Pocket/);
  await page.getByRole('link', { name: 'Other', exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Pocket', exact: true }).tap();
  await page.getByRole('heading', { level: 1, name: 'Pocket' }).waitFor();
  await page.getByRole('button', { name: 'Pause' }).tap();
  await page
    .getByRole('dialog', { name: 'Pause Pocket?' })
    .getByRole('button', { name: 'Pause' })
    .tap();
  await page.getByText('Paused · by hand').waitFor();

  await page.getByRole('link', { name: 'Schedule' }).tap();
  await page.getByRole('button', { name: 'Business hours' }).tap();
  await page.getByText('40 of 168 hours').waitFor();
  const from = page.getByRole('gridcell', { name: /^Thursday 15:00/ });
  const to = page.getByRole('gridcell', { name: /^Friday 17:00/ });
  // Neither below the header nor below what is to be saved.
  await from.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
  });
  const before = await scrolled(page);
  await stroke(page, from, to);
  await page.getByText('36 of 168 hours').waitFor();
  expect(await scrolled(page)).toBe(before);
  await page.getByRole('button', { name: 'Save schedule' }).tap();
  await page.getByRole('status').getByText('All changes are saved.').waitFor();
  const { campaign } = await site.ask<{ campaign: unknown }>(
    `query ($id: ID!) {
      campaign(id: $id) { desiredStatus schedule { windows { days start end } } }
    }`,
    { id },
  );
  expect(campaign).toEqual({
    desiredStatus: 'PAUSED',
    schedule: {
      windows: [
        { days: ['MONDAY', 'TUESDAY', 'WEDNESDAY'], start: '09:00', end: '17:00' },
        { days: ['THURSDAY', 'FRIDAY'], start: '09:00', end: '15:00' },
      ],
    },
  });
});

/** A finger that is put down, moved and lifted, which the browser may take for a scroll. */
async function stroke(page: Page, from: Locator, to: Locator): Promise<void> {
  const STEPS = 6;
  const [start, end] = [await middleOf(from), await middleOf(to)];
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [start]);
  for (let step = 1; step <= STEPS; step += 1) {
    const share = step / STEPS;
    const x = start.x + (end.x - start.x) * share;
    const y = start.y + (end.y - start.y) * share;
    await touch('touchMove', [{ x, y }]);
  }
  await touch('touchEnd', []);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middleOf(place: Locator): Promise<Point> {
  const box = await place.boundingBox();
  if (box === null) throw new Error(`${String(place)} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function scrolled(page: Page): Promise<number> {
  return page.evaluate(() => globalThis.scrollY);
}
