import { expect, test } from '@jest/globals';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('a spend that exhausts the budget turns the row red, with no reload', async () => {
  const { site } = journey;
  const campaignId = await site.makeCampaign({ name: 'Autumn search', dailyBudget: '100' });
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/campaigns`);
  const row = page.getByRole('row', { name: /Autumn search/ });
  await row.getByText('Active', { exact: true }).waitFor();
  await page.evaluate(() => {
    document.body.dataset.notReloaded = 'true';
  });
  await site.spend(campaignId, '99.999999');
  await row.getByText('99.9 %').first().waitFor();
  expect(await row.getByText('Active', { exact: true }).isVisible()).toBe(true);
  await site.spend(campaignId, '0.000001');
  await row.getByText('Paused · day spent').waitFor();
  const meter = row.getByRole('meter', { name: 'Daily utilisation of Autumn search' });
  expect(await meter.getAttribute('aria-valuetext')).toMatch(/^100\.0 %/);
  expect(await meter.getAttribute('data-level')).toBe('red');
  expect(await page.evaluate(() => document.body.dataset.notReloaded)).toBe('true');
});

test('a frozen server is shown as stale, with the age of what is shown, and is live again when it answers', async () => {
  const { site } = journey;
  const campaignId = await site.makeCampaign({ name: 'Frozen', dailyBudget: '100' });
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/campaigns`);
  const row = page.getByRole('row', { name: /Frozen/ });
  await row.getByText('Active', { exact: true }).waitFor();
  await page.getByRole('status', { name: /^Live/ }).waitFor();
  site.freeze();
  try {
    await page.getByRole('alert').getByText('The server is not heard.').waitFor();
    expect(await page.locator('html').getAttribute('data-stale')).toBe('');
  } finally {
    site.thaw();
  }
  await site.spend(campaignId, '50');
  await page.getByRole('status', { name: /^Live/ }).waitFor();
  await row.getByText('50.0 %').first().waitFor();
  journey.forgive();
});

test('a server that was killed and started again is shown as stale, then live with what happened meanwhile', async () => {
  const { site } = journey;
  const campaignId = await site.makeCampaign({ name: 'Killed', dailyBudget: '100' });
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/campaigns`);
  const row = page.getByRole('row', { name: /Killed/ });
  await row.getByText('Active', { exact: true }).waitFor();
  await page.getByRole('status', { name: /^Live/ }).waitFor();
  await site.kill();
  await page.getByRole('alert').getByText('The server is not heard.').waitFor();
  await site.restart();
  await site.spend(campaignId, '75');
  await row.getByText('75.0 %').first().waitFor();
  await page.getByRole('status', { name: /^Live/ }).waitFor();
  journey.forgive();
});
