import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('a campaign is paused without a mouse, and the focus is where it was', async () => {
  const { site } = journey;
  await site.makeCampaign({ name: 'Keyed', dailyBudget: '100' });
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/campaigns`);
  const row = page.getByRole('row', { name: /Keyed/ });
  await row.getByText('Active', { exact: true }).waitFor();

  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the page');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'main');
  await tabTo(page, 'Actions for Keyed');
  await page.keyboard.press('Enter');
  await page.getByRole('menu', { name: 'Actions for Keyed' }).waitFor();
  await chooseByArrows(page, 'Pause');
  const dialog = page.getByRole('dialog', { name: 'Pause Keyed?' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await waitForFocus(page, 'Actions for Keyed');
  expect(await row.getByText('Active', { exact: true }).isVisible()).toBe(true);

  await page.keyboard.press('Enter');
  await chooseByArrows(page, 'Pause');
  await dialog.waitFor();
  await page.keyboard.type('By keys alone');
  await tabTo(page, 'Pause');
  await page.keyboard.press('Enter');
  await row.getByText('Paused · by hand').waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await waitForFocus(page, 'Actions for Keyed');
  const { auditLog } = await site.ask<{ auditLog: { nodes: { reason: string | null }[] } }>(
    '{ auditLog(first: 1) { nodes { reason } } }',
  );
  expect(auditLog.nodes).toEqual([{ reason: 'By keys alone' }]);
});

test.each([
  ['/people', 'Invite', 'Invite somebody'],
  ['/keys', 'New key', 'A new key'],
  ['/spend', 'Record spend', 'Record spend'],
])('on %s Escape closes what "%s" opened, and gives the focus back', async (path, button, name) => {
  const page = await journey.open(ADMIN);
  await page.goto(journey.site.url + path);
  await page.getByRole('button', { name: button, exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await waitForFocus(page, button);
});

async function tabTo(page: Page, name: string): Promise<void> {
  const MAX_STOPS = 60;
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by the tab key`);
}

async function chooseByArrows(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name, exact: true });
  await item.waitFor();
  const MAX_ITEMS = 10;
  for (let place = 0; place < MAX_ITEMS; place += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** What the focused element is called. */
function focused(page: Page): Promise<string> {
  return page.evaluate(nameOfFocus);
}

async function waitForFocus(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      (document.activeElement?.getAttribute('aria-label') ??
        document.activeElement?.textContent) === wanted,
    name,
  );
}

function nameOfFocus(): string {
  const element = document.activeElement;
  return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
}
