import { expect, test } from '@jest/globals';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('of several that are paused at once, the one that is refused stays selected, with the reason', async () => {
  const { site } = journey;
  const brandId = await site.makeBrand('Bulk & Co');
  const names = ['Bulk one', 'Bulk two', 'Bulk three'];
  const ids: string[] = [];
  for (const name of names) ids.push(await site.makeCampaign({ name, dailyBudget: '10', brandId }));
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/campaigns?q=Bulk`);
  for (const name of names) {
    await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  }
  await site.ask(
    `mutation ($input: UpdateCampaignInput!) {
      updateCampaign(input: $input) { userErrors { message } }
    }`,
    { input: { id: ids[1], desiredStatus: 'ARCHIVED' } },
  );
  const bar = page.getByRole('toolbar', { name: 'Selected rows' });
  await bar.getByText('3 selected').waitFor();
  await bar.getByRole('button', { name: 'Pause' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pause 3 campaigns?' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('the sale is over');
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await bar.getByText('1 selected, 1 refused').waitFor();
  const refused = page.getByRole('row', { name: /Bulk two/ });
  await refused.getByRole('alert').waitFor();
  expect(await refused.getByRole('checkbox').isChecked()).toBe(true);
  const paused = page.getByRole('row', { name: /Bulk one/ });
  await paused.getByText('Paused · by hand').waitFor();
  expect(await paused.getByRole('checkbox').isChecked()).toBe(false);
  const { auditLog } = await site.ask<{ auditLog: { nodes: { reason: string | null }[] } }>(
    '{ auditLog(first: 1, filter: { action: ["campaign.pause"] }) { nodes { reason } } }',
  );
  expect(auditLog.nodes).toEqual([{ reason: 'the sale is over' }]);
  journey.forgive();
});
