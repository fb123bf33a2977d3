import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  ListJobsDocument,
  ListSpendEntriesDocument,
  ReadOverviewDocument,
  SetClockDocument,
} from '../../generated/graphql.js';
import { type Station, useInstallation } from '../../support/scenario/installation.js';
import { Player } from '../../support/scenario/player.js';
import { usePrograms } from '../../support/scenario/program.js';

/** A Wednesday. */
const START = '2026-07-15T12:00:00.000Z';

const installation = useInstallation();
let station: Station;
let worker: Station;

beforeAll(async () => {
  station = await installation.start({ TEST_CLOCK: START, ROLES: 'api' });
  worker = await installation.start({ TEST_CLOCK: START, ROLES: 'api,worker' });
});

/** What time it is, as a process shows it. */
async function timeAt(player: Player): Promise<string> {
  return (await player.run(ReadOverviewDocument, {})).overview.at;
}

describe('the test clock', () => {
  test('stands still, and is one for all processes', async () => {
    expect([await timeAt(station), await timeAt(worker)]).toEqual([START, START]);
    const { setClock } = await station.run(SetClockDocument, { at: '2026-07-15T15:00:00+02:00' });
    expect(setClock).toBe('2026-07-15T13:00:00.000Z');
    expect([await timeAt(station), await timeAt(worker)]).toEqual([setClock, setClock]);
    expect((await worker.aBrand()).createdAt).toBe(setClock);
  });

  test('is kept: a process starts at the later of it and its own TEST_CLOCK', async () => {
    const early = await installation.start({ TEST_CLOCK: '2020-01-01T00:00:00Z' });
    expect(await timeAt(early)).toBe('2026-07-15T13:00:00.000Z');
    const late = await installation.start({ TEST_CLOCK: '2026-07-15T14:00:00Z' });
    expect(await timeAt(late)).toBe('2026-07-15T14:00:00.000Z');
    expect(await timeAt(station)).toBe('2026-07-15T14:00:00.000Z');
  });

  test('is absent from the schema without TEST_CLOCK, in tests too', async () => {
    const real = await installation.start({});
    const { data } = await real.send('{ __schema { mutationType { fields { name } } } }');
    expect(JSON.stringify(data)).toContain('runJob');
    expect(JSON.stringify(data)).not.toContain('setClock');
    const refused = await real.send('mutation { setClock(at: "2030-01-01T00:00:00Z") }');
    expect(refused.data).toBeNull();
    expect(refused.errors[0]?.message).toContain('setClock');
  });
});

describe('setClock', () => {
  test.each(['station', 'worker'])('plays transitions and closes by itself: %s', async (name) => {
    const player = name === 'station' ? station : worker;
    const from = (await timeAt(player)).slice(0, 10);
    const [day = '', next = ''] = [1, 2].map((days) => addDays(from, days));
    const brand = await player.aBrand({ dailyBudget: '10' });
    const campaign = await player.aCampaign(brand, { startsAt: `${from}T20:00:00Z` });
    await player.spend(campaign, '10');
    await player.setClock(`${next}T00:00:00Z`);
    expect(await player.history(campaign)).toEqual([
      `INACTIVE NOT_STARTED+BRAND_DAILY_BUDGET -> PAUSED BRAND_DAILY_BUDGET, SCHEDULE by nobody at ${from}T20:00Z`,
      `PAUSED BRAND_DAILY_BUDGET -> ACTIVE, BUDGET_RESET by nobody at ${day}T00:00Z`,
    ]);
    expect(await player.closes(brand)).toEqual([
      `DAY ${from}: 10 of 10, closed ${day}T00:00Z`,
      `DAY ${day}: 0 of 10, closed ${next}T00:00Z`,
    ]);
  });

  test('starts no job and runs none, also where there is a worker', async () => {
    const { jobs } = await worker.run(ListJobsDocument, {});
    expect(jobs.filter(({ enabled, nextRunAt }) => enabled || nextRunAt !== null)).toEqual([]);
    expect(jobs.filter(({ lastStartedAt }) => lastStartedAt !== null)).toEqual([]);
  });

  test('moves it at most 400 days, and never back', async () => {
    const now = await timeAt(station);
    const far = addDays(now.slice(0, 10), 400);
    const brand = await station.aBrand();
    const refused = [`${far}T00:00:00.001Z`, new Date(Date.parse(now) - 1).toISOString()];
    for (const at of refused) {
      const { data, errors } = await station.send(String(SetClockDocument), { at });
      expect([data, errors.map(({ extensions }) => extensions?.code)]).toEqual([
        null,
        ['BAD_USER_INPUT'],
      ]);
    }
    await station.setClock(now);
    expect([await timeAt(worker), await station.closes(brand)]).toEqual([now, []]);
  });

  test.each([null, '', '2027-01-01', '2027-01-01T00:00:00', 1_800_000_000_000, 'tomorrow'])(
    '%j is no instant: bad input',
    async (at) => {
      const { data, errors } = await station.send(String(SetClockDocument), { at });
      expect([data, errors.map(({ extensions }) => extensions?.code)]).toEqual([
        null,
        ['BAD_USER_INPUT'],
      ]);
    },
  );
});

describe('with nothing but the clock', () => {
  const empty = useInstallation();
  const startProgram = usePrograms();

  test('400 days are one call, and then 400 more', async () => {
    const alone = await empty.start({ TEST_CLOCK: START });
    await alone.setClock('2027-08-19T12:00:00Z');
    await alone.setClock('2028-09-22T12:00:00Z');
    expect(await timeAt(alone)).toBe('2028-09-22T12:00:00.000Z');
  });

  test('it does not depend on NODE_ENV, and plays no simulation where the demo is on', async () => {
    const at = '2028-09-22T12:10:00.000Z';
    const demo = { TEST_CLOCK: START, DEMO: 'on', NODE_ENV: 'production' };
    const { url } = await startProgram({ DATABASE_URL: empty.url, ...demo });
    const player = new Player(() => url);
    await player.run(SetClockDocument, { at });
    expect(await timeAt(player)).toBe(at);
    const { overview } = await player.run(ReadOverviewDocument, {});
    expect(overview.counts.length).toBeGreaterThan(0);
    const filter = { from: '2028-09-22T12:00:00.001Z' };
    const { spendEntries } = await player.run(ListSpendEntriesDocument, { filter });
    expect(spendEntries.nodes).toEqual([]);
  });
});

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
