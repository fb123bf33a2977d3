import { expect, test } from '@jest/globals';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('a spend by hand exhausts a budget once, however often it is clicked, and a refund frees it', async () => {
  const { site } = journey;
  const campaignId = await site.makeCampaign({ name: 'By hand', dailyBudget: '100' });
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/spend`);
  await page.getByRole('button', { name: 'Record spend' }).click();
  const recording = page.getByRole('dialog', { name: 'Record spend' });
  await recording.getByRole('combobox', { name: 'Campaign' }).fill('By ha');
  await page.getByRole('option', { name: /^By hand/ }).click();
  const amount = recording.getByRole('textbox', { name: 'Amount' });
  await amount.fill('1.1234567');
  await recording.getByRole('button', { name: 'Record', exact: true }).click();
  expect(await amount.getAttribute('aria-invalid')).toBe('true');
  await amount.fill('100.000001');
  await recording.getByText(/on the clocks of Europe\/Vienna/).waitFor();
  await recording.getByRole('button', { name: 'Record', exact: true }).dblclick();
  const said = recording.getByRole('status');
  await said.getByText('The spend is recorded').waitFor();
  await said.getByText(/It exhausted the daily budget: the campaign is paused now\./).waitFor();
  await recording.getByText('Paused · day spent').waitFor();
  await recording.getByRole('button', { name: 'Close' }).last().click();
  expect(await ledgerOf(campaignId)).toEqual([{ kind: 'SPEND', amount: { amount: '100.000001' } }]);

  await page.getByRole('button', { name: 'Refund €100.000001 of By hand' }).click();
  const refunding = page.getByRole('dialog', { name: 'Refund of By hand' });
  await refunding.getByRole('textbox', { name: 'Amount' }).fill('100.000002');
  await refunding.getByRole('button', { name: 'Refund', exact: true }).click();
  expect(
    await refunding.getByRole('textbox', { name: 'Amount' }).getAttribute('aria-invalid'),
  ).toBe('true');
  await refunding.getByRole('textbox', { name: 'Amount' }).fill('40.000001');
  await refunding.getByRole('textbox', { name: 'Reason' }).fill('Clicks of a robot');
  await refunding.getByRole('button', { name: 'Refund', exact: true }).click();
  await refunding.getByText(/The campaign is active again\./).waitFor();
  await refunding.getByText('Active', { exact: true }).waitFor();
  await refunding.getByRole('button', { name: 'Close' }).last().click();
  // As long as somebody points at the ledger, its rows stay where they are.
  await page.getByRole('heading', { level: 1 }).hover();
  await page.getByRole('row').filter({ hasText: '€40.000001' }).first().waitFor();
  expect(await ledgerOf(campaignId)).toEqual([
    { kind: 'REFUND', amount: { amount: '-40.000001' } },
    { kind: 'SPEND', amount: { amount: '100.000001' } },
  ]);
  const { campaign } = await site.ask<{ campaign: unknown }>(
    `query ($id: ID!) { campaign(id: $id) { status today { spent { amount } } } }`,
    { id: campaignId },
  );
  expect(campaign).toEqual({ status: 'ACTIVE', today: { spent: { amount: '60' } } });
});

async function ledgerOf(campaignId: string): Promise<unknown> {
  const { spendEntries } = await journey.site.ask<{ spendEntries: { nodes: unknown } }>(
    `query ($id: ID!) {
      spendEntries(filter: { campaignId: $id }) { nodes { kind amount { amount } } }
    }`,
    { id: campaignId },
  );
  return spendEntries.nodes;
}
