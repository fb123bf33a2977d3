import { beforeEach, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();
let campaignId = '';

beforeEach(async () => {
  campaignId = await journey.site.makeCampaign({ name: 'Painted', dailyBudget: '100' });
});

/** The campaign's schedule as the API has it, a text for each window. */
async function savedWindows(): Promise<readonly string[]> {
  const { campaign } = await journey.site.ask<{
    campaign: { schedule: { windows: { days: string[]; start: string; end: string }[] } };
  }>('query ($id: ID!) { campaign(id: $id) { schedule { windows { days start end } } } }', {
    id: campaignId,
  });
  return campaign.schedule.windows.map(
    ({ days, start, end }) => `${days.map((day) => day.slice(0, 3)).join(' ')} ${start}-${end}`,
  );
}

/** The editor with nothing painted. */
async function openEmpty(): Promise<Page> {
  const page = await journey.open(ADMIN);
  await page.goto(`${journey.site.url}/campaigns/${campaignId}/schedule`);
  await page.getByRole('grid', { name: 'Weekly schedule' }).waitFor();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  return page;
}

function cell(page: Page, name: string): Locator {
  return page.getByRole('gridcell', { name: new RegExp(`^${name}`) });
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save schedule' }).click();
  await page.getByText('All changes are saved.').waitFor();
}

test('a schedule is painted with the mouse', async () => {
  const page = await openEmpty();
  await cell(page, 'Monday 09:00').hover();
  await page.mouse.down();
  await cell(page, 'Wednesday 11:00').hover();
  await page.mouse.up();
  await save(page);
  expect(await savedWindows()).toEqual(['MON TUE WED 09:00-12:00']);
});

test('a schedule is painted with the keyboard alone', async () => {
  const page = await openEmpty();
  await cell(page, 'Monday 09:00').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.down('Shift');
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await page.keyboard.up('Shift');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await save(page);
  expect(await savedWindows()).toEqual(['TUE 09:00-12:00', 'WED 11:00-12:00']);
});

test('a window is given to the minute, across midnight', async () => {
  const page = await openEmpty();
  await page.getByRole('button', { name: 'Add window' }).click();
  const days = page.getByRole('group', { name: /Window 1/ });
  for (const day of await days.getByRole('button', { pressed: true }).all()) await day.click();
  await days.getByRole('button', { name: 'Friday' }).click();
  await page.getByRole('textbox', { name: 'Window 1: opens at' }).fill('22:30');
  await page.getByRole('textbox', { name: 'Window 1: closes at' }).fill('02:15');
  await save(page);
  expect(await savedWindows()).toEqual(['FRI 22:30-02:15']);
});
