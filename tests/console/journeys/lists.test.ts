import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { choose } from '../../support/browser/choose.js';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('the address holds what a list shows, and the file has all that it matches', async () => {
  const { site } = journey;
  const brandId = await site.makeBrand('Many & Co');
  const MANY = 27;
  for (let place = 1; place <= MANY; place += 1) {
    const name = `Many ${String(place).padStart(2, '0')}`;
    await site.makeCampaign({ name, dailyBudget: '10', brandId });
  }
  const formula = await site.makeCampaign({ name: '=1+1 Many', dailyBudget: '10', brandId });
  await setStatus(formula, 'PAUSED');
  const other = await site.makeCampaign({
    name: 'Many without a filter',
    dailyBudget: '10',
    brandId,
  });
  await setStatus(other, 'ARCHIVED');

  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/campaigns`);
  await page.getByRole('textbox', { name: 'Search name or external id' }).fill('Many');
  await page.waitForURL(/[?&]q=Many/);
  await choose(page.getByRole('search'), { from: 'Any desired status', option: 'Desired: active' });
  await page.waitForURL(/desiredStatus=ACTIVE/);
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Campaign' }).getByRole('button').click();
  await page.waitForURL(/sort=NAME/);
  await firstRow(page, 'Many 01').waitFor();
  await choose(page.getByRole('navigation', { name: 'Pages' }), {
    from: 'Rows a page',
    option: '25',
  });
  await page.waitForURL(/size=25/);
  await page.getByRole('row').nth(26).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Monthly budget' }).click();
  await page.waitForURL(/columns=/);
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Monthly budget' }).waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await firstRow(page, 'Many 26').waitFor();
  expect(await rowNames(page)).toEqual(['Many 26', 'Many 27']);

  await page.reload();
  await firstRow(page, 'Many 26').waitFor();
  await page.getByRole('columnheader', { name: 'Monthly budget' }).waitFor();
  expect(await page.getByRole('textbox', { name: /^Search/ }).inputValue()).toBe('Many');
  const sorted = page.getByRole('columnheader', { name: 'Campaign' });
  expect(await sorted.getAttribute('aria-sort')).toBe('ascending');
  await page.goBack();
  await firstRow(page, 'Many 01').waitFor();
  expect(await rowNames(page)).toHaveLength(25);
  await page.getByRole('combobox', { name: 'Any desired status' }).press('Backspace');
  await page.waitForURL((url) => !url.searchParams.has('desiredStatus'));
  await firstRow(page, '=1+1 Many').waitFor();

  const lines = await exported(page);
  // Besides the heading: those that are not archived, of both pages.
  expect(lines).toHaveLength(1 + MANY + 1);
  expect(lines[0]).toMatch(/^\uFEFF?Campaign,Brand,Status/);
  expect(lines[1]).toMatch(/^'=1\+1 Many,Many & Co,/);
  expect(lines.some((line) => /(^|,)"?[=+@]/.test(line))).toBe(false);
});

async function exported(page: Page): Promise<readonly string[]> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('campaigns.csv');
  return (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
}

/** The row under the headings, once it is this one. */
function firstRow(page: Page, name: string): Locator {
  return page.getByRole('row').nth(1).getByRole('link', { name, exact: true });
}

function rowNames(page: Page): Promise<string[]> {
  return page.locator('td[data-label=Campaign]').allTextContents();
}

async function setStatus(id: string, desiredStatus: string): Promise<void> {
  await journey.site.ask(
    `mutation ($input: UpdateCampaignInput!) {
      updateCampaign(input: $input) { userErrors { message } }
    }`,
    { input: { id, desiredStatus } },
  );
}
