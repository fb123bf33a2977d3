import { expect, test } from '@jest/globals';
import { choose } from '../../support/browser/choose.js';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('a brand and its first campaign are made, and what cannot be an amount is refused where it is typed', async () => {
  const { site } = journey;
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/brands`);
  await page.getByRole('link', { name: 'New brand' }).click();
  await page.getByRole('heading', { level: 1, name: 'New brand' }).waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Kyoto Paper');
  await page.getByRole('combobox', { name: 'Currency' }).fill('JPY');
  await page.getByRole('option', { name: /JPY/ }).click();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Tokyo');
  await page.getByRole('option', { name: /Tokyo/ }).click();
  const brandBudget = page.getByRole('textbox', { name: 'Daily budget' });
  await brandBudget.fill('1000.5');
  await page.getByRole('button', { name: 'Create brand' }).click();
  // Yen have no decimals.
  await page.getByText(/decimals/).waitFor();
  expect(await brandBudget.getAttribute('aria-invalid')).toBe('true');
  expect(new URL(page.url()).pathname).toBe('/brands/new');
  await brandBudget.fill('100000');
  await page.getByRole('button', { name: 'Create brand' }).click();
  await page.getByRole('heading', { level: 1, name: 'Kyoto Paper' }).waitFor();

  const places = page.getByRole('navigation', { name: 'Main' });
  await places.getByRole('link', { name: 'Campaigns' }).click();
  await page.getByRole('link', { name: 'New campaign' }).click();
  await page.getByRole('heading', { level: 1, name: 'New campaign' }).waitFor();
  await choose(page.getByRole('main'), { from: 'Brand', option: 'Kyoto Paper' });
  await page.getByRole('textbox', { name: 'Name' }).fill('Cherry blossom');
  const budget = page.getByRole('textbox', { name: 'Daily budget' });
  await budget.fill('99.99');
  await page.getByRole('textbox', { name: 'Flight ends' }).fill('2099-04-30T18:00');
  await page.getByRole('button', { name: 'Make the campaign' }).click();
  await page.getByText('JPY has no decimals.').waitFor();
  expect(await budget.getAttribute('aria-invalid')).toBe('true');
  await budget.fill('5000');
  await page.getByRole('button', { name: 'Make the campaign' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cherry blossom' }).waitFor();
  await page.getByRole('region', { name: 'Budgets' }).getByText('¥5,000').first().waitFor();

  await places.getByRole('link', { name: 'Campaigns' }).click();
  const row = page.getByRole('row', { name: /Cherry blossom/ });
  await row.getByRole('cell', { name: 'Kyoto Paper' }).waitFor();
  expect(await row.getByRole('cell', { name: '¥5,000' }).count()).toBe(1);
  const { campaigns } = await site.ask<{ campaigns: { nodes: unknown[] } }>(`{
    campaigns(filter: { search: "Cherry" }) {
      nodes { dailyBudget { amount currency } endsAt brand { dailyBudget { amount } timeZone } }
    }
  }`);
  expect(campaigns.nodes).toEqual([
    {
      dailyBudget: { amount: '5000', currency: 'JPY' },
      endsAt: '2099-04-30T09:00:00.000Z',
      brand: { dailyBudget: { amount: '100000' }, timeZone: 'Asia/Tokyo' },
    },
  ]);
});

test('somebody who edits what another changed meanwhile is told so, and loses nothing', async () => {
  const { site } = journey;
  const id = await site.makeCampaign({ name: 'Contested', dailyBudget: '100' });
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/campaigns/${id}/edit`);
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Contested by me');
  await site.ask(
    `mutation ($input: UpdateCampaignInput!) {
      updateCampaign(input: $input) { userErrors { message } }
    }`,
    { input: { id, dailyBudget: '250' } },
  );
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('Somebody changed this campaign meanwhile').waitFor();
  expect(await name.inputValue()).toBe('Contested by me');
  await page.getByRole('button', { name: 'Reload, and keep what I typed' }).click();
  await page.getByRole('alert').getByText('Taken from theirs: daily budget.').waitFor();
  expect(await name.inputValue()).toBe('Contested by me');
  expect(await page.getByRole('textbox', { name: 'Daily budget' }).inputValue()).toBe('250');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Contested by me' }).waitFor();
  const { campaign } = await site.ask<{ campaign: unknown }>(
    `query ($id: ID!) { campaign(id: $id) { name dailyBudget { amount } } }`,
    { id },
  );
  expect(campaign).toEqual({ name: 'Contested by me', dailyBudget: { amount: '250' } });
});
