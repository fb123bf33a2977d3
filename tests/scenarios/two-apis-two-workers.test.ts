import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Program } from '../../bench/chaos/program.js';
import { SpendUpdatedDocument } from '../generated/graphql.js';
import { Player } from '../support/scenario/player.js';
import { usePrograms } from '../support/scenario/program.js';
import { changeLine } from '../support/scenario/texts.js';
import { TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const MS_PER_DAY = 86_400_000;
const DAYS_DOWN = 3;
/** How many campaigns each of two workers may want to move at the same instant. */
const CAMPAIGNS = 6;
/** Four processes start on however few cores there are. */
const TIMEOUT_MS = 120_000;

const startProgram = usePrograms();
let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(() => database.drop());

/** The same form as in the API's answers. */
function fromNow(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}

/** Makes a brand three days ago, as if all processes had been down since. */
async function aBrandOfLongAgo(): Promise<{ id: string; campaignId: string; date: string }> {
  const app = new TestApp();
  const clock = fromNow(-DAYS_DOWN * MS_PER_DAY);
  await app.start({ DATABASE_URL: database.url, TEST_CLOCK: clock });
  const player = new Player(() => app.url);
  const { id } = await player.aBrand();
  const campaign = await player.aCampaign({ id }, { dailyBudget: '1' });
  await player.spend(campaign, '1');
  await app.close();
  return { id, campaignId: campaign.id, date: clock.slice(0, 10) };
}

test(
  'two apis and two workers on one database: everything reaches everybody and happens once',
  async () => {
    const old = await aBrandOfLongAgo();
    const roles = ['api', 'api', 'worker', 'worker'];
    const programs = await Promise.all(
      roles.map((ROLES) => startProgram({ DATABASE_URL: database.url, ROLES })),
    );
    const [here, there] = programs.map(({ url }) => new Player(() => url));
    if (!here || !there) throw new Error('there are two apis');

    await expectClosedOnce(there, old);
    await expectSpendToReach(here, there);
    await expectTransitionsOnce(here, there);

    await Promise.all([here.hangUp(), there.hangUp()]);
    expect(await endAll(programs)).toEqual([0, 0, 0, 0]);
  },
  TIMEOUT_MS,
);

/** Both workers found the same days to close and the same campaign to wake when they started. */
async function expectClosedOnce(
  player: Player,
  { id, campaignId, date }: { id: string; campaignId: string; date: string },
): Promise<void> {
  const { today } = await player.brand({ id });
  const days: string[] = [];
  for (let at = Date.parse(date); at < Date.parse(today.periodStart); at += MS_PER_DAY) {
    days.push(`DAY ${new Date(at).toISOString().slice(0, 10)}`);
  }
  const closes = (await player.closes({ id })).map((line) => line.split(':')[0] ?? '');
  expect(closes.filter((line) => line.startsWith('DAY'))).toEqual(days);
  expect(new Set(closes).size).toBe(closes.length);
  const history = await player.history({ id: campaignId });
  expect(history.map((line) => line.split(' by ')[0])).toEqual([
    'ACTIVE -> PAUSED DAILY_BUDGET, SPEND',
    'PAUSED DAILY_BUDGET -> ACTIVE, BUDGET_RESET',
  ]);
}

/** What is recorded through one api is seen by a subscriber of the other. */
async function expectSpendToReach(here: Player, there: Player): Promise<void> {
  const campaign = await here.aCampaign(await here.aBrand(), { dailyBudget: '10' });
  const changes = await there.watchChanges({ campaignId: campaign.id });
  const totals = await there.watch(SpendUpdatedDocument, { campaignId: campaign.id });
  await here.spend(campaign, '10');
  expect(await totals.next()).toMatchObject({
    spendUpdated: { campaign: { status: 'PAUSED' }, today: { utilization: 1 } },
  });
  expect(await changes.next()).toMatchObject({ from: 'ACTIVE', to: 'PAUSED', cause: 'SPEND' });
}

/** Flights that begin and end at one instant while both workers wait for it. */
async function expectTransitionsOnce(here: Player, there: Player): Promise<void> {
  const brand = await here.aBrand();
  const changes = await there.watchChanges({ brandId: brand.id });
  const edge = fromNow(4_000);
  const campaigns = await Promise.all(
    Array.from({ length: CAMPAIGNS }, (_, i) =>
      here.aCampaign(brand, i % 2 === 0 ? { endsAt: edge } : { startsAt: edge }),
    ),
  );
  const at = edge.replace(/(:00)?\.000Z$/, 'Z');
  const ended = `ACTIVE -> INACTIVE ENDED, SCHEDULE by nobody at ${at}`;
  const begun = `INACTIVE NOT_STARTED -> ACTIVE, SCHEDULE by nobody at ${at}`;
  const heard = (await changes.take(CAMPAIGNS)).map(changeLine);
  expect(heard.toSorted()).toEqual([
    ...Array.from({ length: CAMPAIGNS / 2 }, () => ended),
    ...Array.from({ length: CAMPAIGNS / 2 }, () => begun),
  ]);
  // Whatever came twice would have come before this.
  const [last] = campaigns;
  if (!last) throw new Error('there are campaigns');
  await here.updateCampaign(last, { endsAt: null });
  expect(changeLine(await changes.next())).toContain('INACTIVE ENDED -> ACTIVE, USER');
  for (const [i, campaign] of campaigns.entries()) {
    const history = await there.history(campaign);
    expect(history.slice(0, i === 0 ? -1 : undefined)).toEqual([i % 2 === 0 ? ended : begun]);
  }
}

function endAll(programs: readonly Program[]): Promise<readonly (number | null)[]> {
  return Promise.all(programs.map((program) => program.end('SIGTERM')));
}
