import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findViolations } from '../../support/browser/find-violations.js';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

/** The console's addresses by what is on them. */
const PAGES = [
  '/',
  '/campaigns',
  '/campaigns/new',
  '/campaigns/{campaign}',
  '/campaigns/{campaign}/schedule',
  '/campaigns/{campaign}/history',
  '/campaigns/{campaign}/spend',
  '/campaigns/{campaign}/edit',
  '/brands',
  '/brands/new',
  '/brands/{brand}',
  '/brands/{brand}/edit',
  '/spend',
  '/history',
  '/people',
  '/people/invitations',
  '/keys',
  '/jobs',
  '/audit',
  '/account',
  '/agency',
  '/nowhere',
  '/sign-in',
  '/docs',
];

const WAYS = [
  { scheme: 'light', width: 1360 },
  { scheme: 'dark', width: 1360 },
  { scheme: 'dark', width: 390 },
] as const;

let ids: Readonly<Record<string, string>> = {};
const open: { page?: Page } = {};

beforeAll(async () => {
  const { site } = journey;
  const brand = await site.makeBrand('Alpine Tea');
  const campaign = await site.makeCampaign({ name: 'Spring', dailyBudget: '100', brandId: brand });
  await site.makeCampaign({ name: 'Summer', dailyBudget: '10', brandId: brand });
  await site.spend(campaign, '72.5');
  await site.spend(campaign, '50');
  ids = { brand, campaign };
  open.page = await journey.openForAll(ADMIN);
});

test.each(PAGES)('%s can be used by everybody, in each theme and on a phone', async (address) => {
  const { page } = open;
  if (page === undefined) throw new Error('the page is opened before the first test');
  const path = address.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
  await page.goto(journey.site.url + path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // What is being loaded has its place, but not yet its content.
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  for (const { scheme, width } of WAYS) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 860 });
    await page.waitForFunction(hasScheme, scheme);
    const violations = await findViolations(page);
    expect({ scheme, width, violations }).toEqual({ scheme, width, violations: [] });
    expect({ width, overflow: await overflowOf(page) }).toEqual({ width, overflow: 0 });
  }
});

/** Whether the page has followed the machine's theme; those without scripts do so by themselves. */
function hasScheme(scheme: string): boolean {
  const shown = document.documentElement.dataset.mantineColorScheme ?? scheme;
  const isMoving = document.getAnimations().some(({ playState }) => playState === 'running');
  return shown === scheme && !isMoving;
}

/** By how much the page is wider than the window. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
