import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { ADMIN, useConsole } from '../../support/browser/use-console.js';

const journey = useConsole();

test('hours are painted with the mouse, and saved to the minute', async () => {
  const { page, id } = await openSchedule('By mouse');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('alert').getByText('Nothing is open').waitFor();
  expect(await saveButton(page).isDisabled()).toBe(true);
  await drag(page, 'Monday 08:00 to 09:00', 'Friday 17:00 to 18:00');
  await page.getByRole('gridcell', { name: 'Wednesday 12:00 to 13:00, open' }).waitFor();
  await page.getByText('50 of 168 hours').waitFor();
  await save(page);
  expect(await windowsOf(id)).toEqual([{ days: WEEKDAYS, start: '08:00', end: '18:00' }]);
  await page.reload();
  await page.getByText('50 of 168 hours').waitFor();
  expect(await selectedCells(page)).toBe(50);
});

test('hours are painted with the keyboard alone', async () => {
  const { page, id } = await openSchedule('By keys');
  await page.getByRole('button', { name: 'Clear' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Nothing is open').waitFor();
  // Whether what can be undone is a stop before the grid does not matter: the grid is one stop.
  await tabInto(page, page.getByRole('grid', { name: 'Weekly schedule' }));
  await expectFocus(page, 'Monday 09:00 to 10:00, closed');
  await page.keyboard.press('Space');
  await expectFocus(page, 'Monday 09:00 to 10:00, open');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expectFocus(page, 'Tuesday 10:00 to 11:00, closed');
  await page.keyboard.press('Shift+ArrowRight');
  await expectFocus(page, 'Tuesday 11:00 to 12:00, open');
  await tabInto(page, saveButton(page));
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('All changes are saved.').waitFor();
  expect(await windowsOf(id)).toEqual([
    { days: ['MONDAY'], start: '09:00', end: '10:00' },
    { days: ['TUESDAY'], start: '10:00', end: '12:00' },
  ]);
});

test('a window across midnight is typed, and whoever leaves without saving is asked', async () => {
  const { page, id } = await openSchedule('By night');
  await page.getByRole('button', { name: 'Add window' }).click();
  const days = page.getByRole('group', { name: 'Window 1: days' });
  await chooseDays(days, ['Friday']);
  await page.getByRole('textbox', { name: 'Window 1: opens at' }).fill('2230');
  await page.getByRole('textbox', { name: 'Window 1: closes at' }).fill('1:15');
  await page.getByText('Across midnight: ends Sat 01:15').waitFor();
  await page
    .getByRole('gridcell', { name: 'Saturday 01:00 to 02:00, open 01:00 to 01:15' })
    .waitFor();

  const question = page.waitForEvent('dialog');
  const leaving = page.getByRole('link', { name: 'Overview' }).click();
  const asked = await question;
  expect(asked.message()).toBe('Leave without saving the schedule?');
  await asked.dismiss();
  await leaving;
  expect(new URL(page.url()).pathname).toBe(`/campaigns/${id}/schedule`);

  await save(page);
  expect(await windowsOf(id)).toEqual([{ days: ['FRIDAY'], start: '22:30', end: '01:15' }]);
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.waitForURL(`**/campaigns/${id}`);
});

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];

/** A new campaign's schedule, open at all hours. */
async function openSchedule(name: string): Promise<{ page: Page; id: string }> {
  const { site } = journey;
  const id = await site.makeCampaign({ name, dailyBudget: '100' });
  const page = await journey.open(ADMIN);
  await page.goto(`${site.url}/campaigns/${id}/schedule`);
  await page.getByText('168 of 168 hours').waitFor();
  return { page, id };
}

async function drag(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('gridcell', { name: from }).hover();
  await page.mouse.down();
  await page.getByRole('gridcell', { name: to }).hover();
  await page.mouse.up();
}

async function tabInto(page: Page, place: Locator): Promise<void> {
  const MAX_STOPS = 40;
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (await place.evaluate((element) => element.contains(document.activeElement))) return;
  }
  throw new Error(`${String(place)} is not reached by the tab key`);
}

async function expectFocus(page: Page, name: string): Promise<void> {
  await page.locator('[role=gridcell]:focus').and(page.getByLabel(name)).waitFor();
}

async function chooseDays(days: Locator, wanted: readonly string[]): Promise<void> {
  for (const day of await days.getByRole('button').all()) {
    const isChosen = (await day.getAttribute('aria-pressed')) === 'true';
    const isWanted = wanted.includes((await day.textContent())?.slice(2) ?? '');
    if (isChosen !== isWanted) await day.click();
  }
}

function saveButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Save schedule' });
}

async function save(page: Page): Promise<void> {
  await saveButton(page).click();
  await page.getByRole('status').getByText('All changes are saved.').waitFor();
}

function selectedCells(page: Page): Promise<number> {
  return page.getByRole('gridcell', { selected: true }).count();
}

async function windowsOf(id: string): Promise<unknown> {
  const { campaign } = await journey.site.ask<{ campaign: { schedule: { windows: unknown } } }>(
    `query ($id: ID!) { campaign(id: $id) { schedule { windows { days start end } } } }`,
    { id },
  );
  return campaign.schedule.windows;
}
