import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('of several that are paused at once, the refused one stays selected, with the reason', async () => {
  const { site } = journey;
  const brandId = await site.makeBrand('Bulk & Co');
  const makeOne = (name: string) => site.makeCampaign({ name, dailyBudget: '10', brandId });
  await makeOne('Bulk one');
  await makeOne('Bulk two');
  const archived = await makeOne('Bulk gone');
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/campaigns?brand=${brandId}`);
  await page.getByRole('row', { name: /Bulk gone/ }).waitFor();
  await page.getByRole('checkbox', { name: 'Select all rows of this page' }).check();
  await setStatus(archived, 'ARCHIVED');
  const bar = page.getByRole('toolbar', { name: 'Selected rows' });
  await bar.getByText('3 selected').waitFor();
  await bar.getByRole('button', { name: 'Pause' }).click();
  await confirm(page, {
    question: 'Pause 3 campaigns?',
    action: 'Pause',
    reason: 'The month is over',
  });
  await bar.getByText('1 selected, 1 refused').waitFor();
  await page.getByRole('alert').getByText('Done for 2; 1 refused, and still selected.').waitFor();
  const refused = page.getByRole('row', { name: /Bulk gone/ });
  expect(await refused.getByRole('checkbox').isChecked()).toBe(true);
  expect(await refused.getByRole('alert').textContent()).toMatch(/archived/i);
  for (const name of ['Bulk one', 'Bulk two']) {
    const row = page.getByRole('row', { name: new RegExp(name) });
    await row.getByText('Paused · by hand').waitFor();
    expect(await row.getByRole('checkbox').isChecked()).toBe(false);
  }
  await bar.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('checkbox', { name: 'Select Bulk one' }).check();
  await page.getByRole('checkbox', { name: 'Select Bulk two' }).check();
  await bar.getByRole('button', { name: 'Activate' }).click();
  await confirm(page, { question: 'Activate 2 campaigns?', action: 'Activate' });
  await page
    .getByRole('row', { name: /Bulk one/ })
    .getByText('Active', { exact: true })
    .waitFor();
  await page
    .getByRole('row', { name: /Bulk two/ })
    .getByText('Active', { exact: true })
    .waitFor();
  expect(await bar.count()).toBe(0);
});

test('a day that is reset begins at zero, and its history has who did it and why', async () => {
  const { site } = journey;
  const id = await site.makeCampaign({ name: 'Spent up', dailyBudget: '10' });
  await site.spend(id, '10');
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/campaigns?q=Spent+up`);
  const row = page.getByRole('row', { name: /Spent up/ });
  await row.getByText('Paused · day spent').waitFor();
  await page.getByRole('checkbox', { name: 'Select Spent up' }).check();
  await page.getByRole('button', { name: 'Reset day' }).click();
  await confirm(page, {
    question: /to zero again/,
    action: 'Reset day',
    reason: 'A test spend of ours',
  });
  await row.getByText('Active', { exact: true }).waitFor();
  await row.getByText('€0.00').waitFor();
  await row.getByRole('link', { name: 'Spent up', exact: true }).click();
  const parts = page.getByRole('navigation', { name: 'Parts of the campaign' });
  await parts.getByRole('link', { name: 'History' }).click();
  const changes = page.getByRole('region', { name: 'Changes by people' });
  const reset = changes.getByRole('listitem').filter({ hasText: 'reset its day' });
  await reset.getByText('Vera Visitor').waitFor();
  await reset.getByText('A test spend of ours').waitFor();
  const statuses = page.getByRole('region', { name: 'Status changes' });
  await statuses.getByRole('row').filter({ hasText: 'New period or reset' }).waitFor();
});

interface Answer {
  readonly question: string | RegExp;
  readonly action: string;
  readonly reason?: string;
}

async function confirm(page: Page, { question, action, reason = '' }: Answer): Promise<void> {
  const dialog = page.getByRole('dialog', { name: question });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: action }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function setStatus(id: string, desiredStatus: string): Promise<void> {
  await journey.site.ask(
    `mutation ($input: UpdateCampaignInput!) {
      updateCampaign(input: $input) { userErrors { message } }
    }`,
    { input: { id, desiredStatus } },
  );
}
