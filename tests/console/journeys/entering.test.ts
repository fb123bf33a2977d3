import { expect, test } from '@jest/globals';
import { useConsole } from '../../support/browser/use-console.js';

const journey = useConsole({ DEMO: 'on' });

test('a newcomer to the demo sees the live monitor at once, and the ways to the playground and the docs', async () => {
  const page = await journey.open(null);
  await page.goto(journey.site.url);
  await page.getByRole('heading', { level: 1, name: 'Live monitor' }).waitFor();
  await page.getByRole('status', { name: /^Live/ }).waitFor();
  const hint = page.getByRole('region', { name: /demo/i });
  await hint.getByRole('link', { name: /playground/i }).waitFor();
  await hint.getByRole('link', { name: /doc/i }).waitFor();
  // Nobody was signed in when the page was asked for.
  journey.forgive();
});

test('whoever signs out stays out until they sign in again', async () => {
  const page = await journey.open(null);
  await page.goto(`${journey.site.url}/brands`);
  await page.getByRole('heading', { level: 1, name: 'Brands' }).waitFor();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in*');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${journey.site.url}/`);
  journey.forgive();
});

test('a wrong password is refused, and says nothing about the account', async () => {
  const page = await journey.open(null);
  await page.goto(`${journey.site.url}/sign-in`);
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText(/./).first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  journey.forgive();
});
