import { expect, test } from '@jest/globals';
import { useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('a client sees the campaigns of their brand, and nothing that could change or tell more', async () => {
  const { site } = journey;
  const own = await site.makeBrand('Own Brand');
  await site.makeCampaign({ name: 'Own campaign', dailyBudget: '10', brandId: own });
  const foreign = await site.makeCampaign({ name: 'Foreign campaign', dailyBudget: '10' });
  const page = await journey.open({ role: 'CLIENT', brandIds: [own] });
  await page.goto(`${site.url}/campaigns`);
  const row = page.getByRole('row', { name: /Own campaign/ });
  await row.waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  expect(await page.getByRole('checkbox', { name: /^Select/ }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'New campaign' }).count()).toBe(0);
  const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  expect(await places.allTextContents()).toEqual([
    ...['Live monitor', 'Campaigns', 'Brands', 'Spend', 'History'],
    ...['Documentation', 'API playground'],
  ]);
  await row.getByRole('button', { name: 'Actions for Own campaign' }).click();
  await page.getByRole('menuitem', { name: 'Schedule' }).waitFor();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Schedule']);
  await page.keyboard.press('Escape');
  await row.getByRole('link', { name: 'Own campaign' }).click();
  await page.getByRole('heading', { level: 1, name: 'Own campaign' }).waitFor();
  const parts = page.getByRole('navigation', { name: 'Parts of the campaign' }).getByRole('link');
  expect(await parts.allTextContents()).toEqual(['Overview', 'Schedule', 'History', 'Spend']);
  for (const name of ['Pause', 'More actions']) {
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  }

  await page.goto(`${site.url}/brands`);
  await page.getByRole('row', { name: /Own Brand/ }).waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  expect(await page.getByRole('link', { name: 'New brand' }).count()).toBe(0);
  await page.goto(`${site.url}/campaigns/${foreign}`);
  await page.getByText('There is no such campaign, or none that you may see').waitFor();
  await page.goto(`${site.url}/people`);
  await page
    .getByRole('alert')
    .getByText(/may|allowed|permission/i)
    .waitFor();
  expect(await page.getByRole('row').count()).toBe(0);
});
