import { expect, test } from '@jest/globals';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('a brand and a campaign of it are made, and run', async () => {
  const { site } = journey;
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/brands`);
  await page.getByRole('link', { name: 'New brand' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Sakura Tea');
  await page.getByRole('combobox', { name: 'Currency' }).fill('JPY');
  await page.getByRole('option', { name: /JPY/ }).click();
  const budget = page.getByRole('textbox', { name: 'Daily budget' });
  await budget.fill('1000.5');
  await page.getByRole('button', { name: 'Create brand' }).click();
  await page
    .getByText(/no decimals|decimal/i)
    .first()
    .waitFor();
  expect(await budget.getAttribute('aria-invalid')).toBe('true');
  await budget.fill('1000');
  await page.getByRole('button', { name: 'Create brand' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sakura Tea' }).waitFor();

  await page.goto(`${site.url}/campaigns/new`);
  await page.getByRole('combobox', { name: 'Brand' }).fill('Sakura');
  await page.getByRole('option', { name: 'Sakura Tea' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('First flush');
  await page.getByRole('textbox', { name: 'Daily budget' }).fill('300');
  await page.getByRole('button', { name: 'Make the campaign' }).click();
  await page.getByRole('heading', { level: 1, name: 'First flush' }).waitFor();
  await page.getByText('Active', { exact: true }).first().waitFor();

  await page.goto(`${site.url}/campaigns`);
  const row = page.getByRole('row', { name: /First flush/ });
  await row.getByText('¥300').waitFor();
});

test('what somebody else changed meanwhile is told, and what was typed is kept', async () => {
  const { site } = journey;
  const campaignId = await site.makeCampaign({ name: 'Shared', dailyBudget: '100' });
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/campaigns/${campaignId}/edit`);
  const budget = page.getByRole('textbox', { name: 'Daily budget' });
  await budget.fill('250');
  await site.ask(
    `mutation ($input: UpdateCampaignInput!) {
      updateCampaign(input: $input) { userErrors { message } }
    }`,
    { input: { id: campaignId, name: 'Shared by two' } },
  );
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Reload, and keep what I typed' }).click();
  await page.getByRole('heading', { level: 1, name: 'Shared by two' }).waitFor();
  expect(await budget.inputValue()).toBe('250');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('€250.00').first().waitFor();
});
