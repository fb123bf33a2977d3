import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { choose } from '../../support/browser/choose.js';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('somebody is invited, and by the link becomes what they were invited as', async () => {
  const { site } = journey;
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/people`);
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByRole('textbox', { name: 'E-mail address' }).fill('anna@example.com');
  await choose(dialog, { from: 'Role', option: /^Analyst/ });
  await dialog.getByRole('button', { name: 'Invite' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Invitation link' }).textContent();
  if (link === null) throw new Error('no link is shown');
  await dialog.getByRole('button', { name: 'Done' }).click();

  const newcomer = await journey.open(null);
  await newcomer.goto(link);
  await newcomer.getByRole('textbox', { name: 'Name' }).fill('Anna Analyst');
  await newcomer.getByRole('textbox', { name: 'Password' }).fill('a long enough password');
  await newcomer.getByRole('button', { name: 'Join' }).click();
  await newcomer.getByRole('heading', { level: 1, name: 'Live monitor' }).waitFor();
  await newcomer.getByRole('button', { name: 'Account of Anna Analyst' }).click();
  await newcomer.getByText(/· analyst$/).waitFor();
  await page.reload();
  await page
    .getByRole('row', { name: /Anna Analyst/ })
    .getByText('Analyst', { exact: true })
    .waitFor();
});

test('a key is good from when its token is shown until it is revoked, and the log has who did it and why', async () => {
  const { site } = journey;
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/keys`);
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog', { name: 'A new key' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ad server');
  await choose(dialog, { from: 'Role', option: /^Ingest/ });
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  const token = await dialog.getByRole('textbox', { name: 'Token' }).textContent();
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect(await statusWith(token)).toBe(200);
  await page.getByRole('button', { name: 'Actions for Ad server' }).click();
  await page.getByRole('menuitem', { name: 'Revoke' }).click();
  const asking = page.getByRole('dialog', { name: /Revoke the key/ });
  await asking.getByRole('textbox', { name: 'Reason' }).fill('The machine is sold');
  await asking.getByRole('button', { name: 'Revoke' }).click();
  await page
    .getByRole('row', { name: /Ad server/ })
    .getByText('Revoked')
    .waitFor();
  expect(await statusWith(token)).toBe(401);

  await page.goto(`${site.url}/audit`);
  const entry = page.getByRole('row').filter({ hasText: 'Revoked a key' });
  await entry.getByText('The machine is sold').waitFor();
  await entry.getByText('Vera Visitor').waitFor();
});

test('a job that is run now says when it ran', async () => {
  const page = await journey.open(ADMIN);
  await page.goto(`${journey.site.url}/jobs`);
  await page.getByRole('button', { name: 'Run now: budget-check' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('To be sure');
  await dialog.getByRole('button', { name: /^Run/ }).click();
  await page.getByText(/^budget-check ran/).waitFor();
  const job = page.getByRole('region', { name: /budget-check/ });
  await job.getByText(/^took /).waitFor();
  expect(await job.getByText('Not yet').count()).toBe(0);
  expect(await job.getByText('None').count()).toBe(1);
  await page.goto(`${journey.site.url}/audit`);
  await page
    .getByRole('row')
    .filter({ hasText: 'Ran a job' })
    .filter({ hasText: 'To be sure' })
    .getByText('Vera Visitor')
    .waitFor();
});

test('a session that is ended in one browser is said to be over in the other', async () => {
  const { site } = journey;
  const here = await journey.open(ADMIN);
  await here.goto(`${site.url}/account`);
  const email = await emailOf(here);
  const there = await journey.open(null);
  await there.goto(`${site.url}/sign-in`);
  await there.getByRole('textbox', { name: 'Email' }).fill(email);
  await there.getByRole('textbox', { name: 'Password' }).fill(site.password);
  await there.getByRole('button', { name: 'Sign in' }).click();
  await there.getByRole('status', { name: /^Live/ }).waitFor();
  await here.reload();
  await here.getByRole('button', { name: /^End / }).click();
  await here.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
  await here.getByText('The session is ended.').waitFor();
  await there.getByRole('status', { name: 'Your session is over.' }).waitFor();
  await there.getByRole('alert').getByText('Your session is over.').waitFor();
  await here.getByRole('status', { name: /^Live/ }).waitFor();
  // Its requests were refused from then on.
  journey.forgive();
});

async function emailOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  const email = await page
    .getByText(/^visitor-\d+@example\.com$/)
    .first()
    .textContent();
  await page.keyboard.press('Escape');
  return email ?? '';
}

async function statusWith(token: string | null): Promise<number> {
  const { status } = await fetch(`${journey.site.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token ?? ''}` },
    body: JSON.stringify({ query: '{ me { role } }' }),
  });
  return status;
}
