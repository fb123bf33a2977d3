import { expect, test } from '@jest/globals';
import { useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('a CLIENT of one brand sees that brand alone, and is offered no change', async () => {
  const { site } = journey;
  const own = await site.makeBrand('Own brand');
  const foreign = await site.makeBrand('Foreign brand');
  await site.makeCampaign({ name: 'Own campaign', dailyBudget: '10', brandId: own });
  const foreignId = await site.makeCampaign({
    name: 'Foreign campaign',
    dailyBudget: '10',
    brandId: foreign,
  });
  const page = await journey.open({ role: 'CLIENT', brandIds: [own] });
  await page.goto(`${site.url}/brands`);
  await page.getByRole('link', { name: 'Own brand', exact: true }).waitFor();
  expect(await page.locator('tbody tr').count()).toBe(1);

  await page.goto(`${site.url}/campaigns`);
  await page.getByRole('link', { name: 'Own campaign', exact: true }).waitFor();
  expect(await page.locator('tbody tr').count()).toBe(1);
  expect(await page.getByRole('checkbox', { name: /^Select/ }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'New campaign' }).count()).toBe(0);
  const navigation = page.getByRole('navigation', { name: 'Main' });
  expect(await navigation.getByRole('link', { name: /People|Keys|Audit/ }).count()).toBe(0);

  await page.goto(`${site.url}/campaigns/${foreignId}`);
  await page
    .getByText(/no such campaign/i)
    .first()
    .waitFor();
  expect(await page.getByText('Foreign').count()).toBe(0);
});
