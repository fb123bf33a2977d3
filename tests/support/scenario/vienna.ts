import type { BrandPartsFragment, CampaignPartsFragment } from '../../generated/graphql.js';
import type { Player } from './player.js';
import type { Story } from './story.js';

/** A Saturday, 13:00 in Vienna, the day before its clocks go forward. */
export const VIENNA_START = '2026-03-28T12:00:00Z';

/** A brand in Vienna with caps, and three campaigns that are made at one instant. */
export interface Vienna {
  readonly brand: BrandPartsFragment;
  /** No schedule, caps of a day and of a month. */
  readonly always: CampaignPartsFragment;
  /** Monday to Friday, 09:00 to 17:00. */
  readonly office: CampaignPartsFragment;
  /** Friday 22:00 to Saturday 02:00. */
  readonly night: CampaignPartsFragment;
}

/** Makes all of it. */
export async function aBrandInVienna(player: Player): Promise<Vienna> {
  const caps = { dailyBudget: '150', monthlyBudget: '400' };
  const brand = await player.aBrand({ timeZone: 'Europe/Vienna', ...caps });
  const always = await player.aCampaign(brand, {
    name: 'always',
    dailyBudget: '100',
    monthlyBudget: '300',
  });
  const office = await player.aCampaign(brand, {
    name: 'office',
    dailyBudget: '80',
    windows: [
      {
        days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
        start: '09:00',
        end: '17:00',
      },
    ],
  });
  const night = await player.aCampaign(brand, {
    name: 'night',
    dailyBudget: '50',
    windows: [{ days: ['FRIDAY'], start: '22:00', end: '02:00' }],
  });
  return { brand, always, office, night };
}

/** Goes on to 09:00 in summer, when `office` and nobody else begins to run. */
export async function officeOpens(story: Story, date: string): Promise<void> {
  await story.at(`${date}T07:00:00Z`);
  await story.hears('SCHEDULE by nobody', 'office: INACTIVE OUTSIDE_SCHEDULE -> ACTIVE');
}

/** Goes on to 17:00 in summer, when `office` and nobody else ceases to run. */
export async function officeCloses(story: Story, date: string): Promise<void> {
  await story.at(`${date}T15:00:00Z`);
  await story.hears('SCHEDULE by nobody', 'office: ACTIVE -> INACTIVE OUTSIDE_SCHEDULE');
}
