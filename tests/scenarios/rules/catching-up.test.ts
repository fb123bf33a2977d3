import { beforeAll, describe, expect, test } from '@jest/globals';
import { ListStatusChangesDocument } from '../../generated/graphql.js';
import { type Station, useInstallation } from '../../support/scenario/installation.js';
import { changeLine } from '../../support/scenario/texts.js';

// That the number of statements follows what falls due, not the number of campaigns, can only be seen
// below the API: it is among the tests of setting the test clock.

/** A Wednesday; the processes are down until Friday. */
const DOWN = '2026-07-15T12:00:00Z';
const UP = '2026-07-17T12:30:00Z';

const installation = useInstallation();
/** It stays up, but only serves: it moves nothing by itself. */
let witness: Station;

beforeAll(async () => {
  witness = await installation.start({ TEST_CLOCK: DOWN });
});

const MORNINGS = [{ days: ['THURSDAY' as const, 'FRIDAY' as const], start: '08:00', end: '10:00' }];

const exhausted = { id: '' };
const window = { id: '' };
const flight = { id: '' };
const paused = { id: '' };

const EXHAUSTED = [
  'ACTIVE -> PAUSED DAILY_BUDGET, SPEND by First key at 2026-07-15T12:00Z',
  'PAUSED DAILY_BUDGET -> ACTIVE, BUDGET_RESET by nobody at 2026-07-16T00:00Z',
];
const WINDOW = [
  'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, SCHEDULE by nobody at 2026-07-16T08:00Z',
  'ACTIVE -> INACTIVE OUTSIDE_SCHEDULE, SCHEDULE by nobody at 2026-07-16T10:00Z',
  'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, SCHEDULE by nobody at 2026-07-17T08:00Z',
  'ACTIVE -> INACTIVE OUTSIDE_SCHEDULE, SCHEDULE by nobody at 2026-07-17T10:00Z',
];
const FLIGHT = [
  'INACTIVE NOT_STARTED -> ACTIVE, SCHEDULE by nobody at 2026-07-16T09:00Z',
  'ACTIVE -> INACTIVE ENDED, SCHEDULE by nobody at 2026-07-17T09:00Z',
];

describe('after a downtime', () => {
  const brand = { id: '' };

  test('subscribers get the latest change of each campaign', async () => {
    brand.id = (await witness.aBrand()).id;
    const made = async (one: { id: string }, details: object) => {
      one.id = (await witness.aCampaign(brand, details)).id;
    };
    await made(exhausted, { dailyBudget: '10' });
    await made(window, { windows: MORNINGS });
    await made(flight, { startsAt: '2026-07-16T09:00:00Z', endsAt: '2026-07-17T09:00:00Z' });
    await made(paused, { desiredStatus: 'PAUSED', windows: MORNINGS });
    await witness.spend(exhausted, '10');
    const changes = await witness.watchChanges({ brandId: brand.id });

    const late = await installation.start({ TEST_CLOCK: UP });
    const heard = await changes.take(3);
    expect(heard.map(changeLine).toSorted()).toEqual(
      [EXHAUSTED.at(-1), WINDOW.at(-1), FLIGHT.at(-1)].toSorted(),
    );
    for (const { campaign } of heard) {
      expect(campaign).toEqual(await late.campaign(campaign));
    }
    // Anything else that was missed would have come before this.
    await late.activate(paused);
    expect(changeLine(await changes.next())).toBe(
      'PAUSED MANUAL_PAUSE+OUTSIDE_SCHEDULE -> INACTIVE OUTSIDE_SCHEDULE, USER by First key at 2026-07-17T12:30Z',
    );
  });

  test('every missed change is in the history, at its own instant', async () => {
    expect(await witness.history(exhausted)).toEqual(EXHAUSTED);
    expect(await witness.history(window)).toEqual(WINDOW);
    expect(await witness.history(flight)).toEqual(FLIGHT);
    expect(await witness.history(paused)).toHaveLength(1);
  });

  test('they are in order, and so are their ids', async () => {
    const filter = { brandId: brand.id, to: UP };
    const answer = await witness.run(ListStatusChangesDocument, { filter, first: 100 });
    const changes = answer.statusChanges.nodes.toReversed();
    expect(changes.map(({ at }) => at.slice(0, 16))).toEqual([
      '2026-07-15T12:00',
      '2026-07-16T00:00',
      '2026-07-16T08:00',
      '2026-07-16T09:00',
      '2026-07-16T10:00',
      '2026-07-17T08:00',
      '2026-07-17T09:00',
      '2026-07-17T10:00',
    ]);
    expect(changes.map(({ id }) => id)).toEqual(changes.map(({ id }) => id).toSorted());
  });

  test('whoever asks for what came after the last change gets all of it, in order', async () => {
    const filter = { campaignId: window.id };
    const answer = await witness.run(ListStatusChangesDocument, { filter, first: 100 });
    const first = answer.statusChanges.nodes.at(-1);
    const changes = await witness.watchChanges({ campaignId: window.id, after: first?.id ?? '' });
    expect((await changes.take(3)).map(changeLine)).toEqual(WINDOW.slice(1));
  });

  test('nothing of it happens again, whoever starts and whatever job runs', async () => {
    const another = await installation.start({ TEST_CLOCK: UP });
    for (const job of ['budget-check', 'dayparting', 'daily-reset']) await another.runJob(job);
    expect(await another.history(window)).toEqual(WINDOW);
    expect(await another.closes(brand)).toEqual([
      'DAY 2026-07-15: 10 of no cap, closed 2026-07-17T12:30Z',
      'DAY 2026-07-16: 0 of no cap, closed 2026-07-17T12:30Z',
    ]);
  });
});
