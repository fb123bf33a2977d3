import { beforeAll, describe, expect, test } from '@jest/globals';
import { ListJobsDocument, RunJobDocument } from '../../generated/graphql.js';
import { type Station, useInstallation } from '../../support/scenario/installation.js';
import { refusalLines } from '../../support/scenario/texts.js';

const NAMES = ['budget-check', 'dayparting', 'daily-reset', 'monthly-reset', 'spend-simulation'];
/** What a run of the daily reset says in the log of its process. */
const CLOSED = 'days are closed';

const installation = useInstallation();
let asked: Station;
let other: Station;

beforeAll(async () => {
  asked = await installation.start({ TEST_CLOCK: '2026-07-15T12:00:00Z' });
  other = await installation.start({ TEST_CLOCK: '2026-07-15T12:00:00Z' });
});

async function lastErrors(): Promise<readonly (string | null)[]> {
  const { jobs } = await other.run(ListJobsDocument, {});
  return jobs.map(({ lastError }) => lastError);
}

test('every job can be run, and nothing else: an unknown name is NOT_FOUND', async () => {
  const { jobs } = await asked.run(ListJobsDocument, {});
  expect(jobs.map(({ name }) => name)).toEqual(NAMES);
  for (const name of NAMES) {
    expect(await asked.runJob(name)).toMatchObject({ name, lastError: null, failureCount: 0 });
  }
  for (const name of ['', 'daily-Reset', 'daily-reset ', 'setClock', '\0']) {
    const { runJob } = await asked.run(RunJobDocument, { name });
    expect([runJob.job, refusalLines(runJob.userErrors)]).toEqual([null, ['name NOT_FOUND']]);
  }
});

test('it runs to its end in the process that answers, whatever its roles', async () => {
  const brand = await asked.aBrand();
  await installation.leap('2026-07-16T06:00:00Z');
  const runs = [asked, other].map((station) => station.logged(CLOSED).length);
  const job = await asked.runJob('daily-reset');
  expect(job).toMatchObject({
    enabled: false,
    lastStartedAt: '2026-07-16T06:00:00.000Z',
    lastFinishedAt: '2026-07-16T06:00:00.000Z',
  });
  expect(await other.closes(brand)).toEqual([
    'DAY 2026-07-15: 0 of no cap, closed 2026-07-16T06:00Z',
  ]);
  expect([asked, other].map((station) => station.logged(CLOSED).length)).toEqual([
    (runs[0] ?? 0) + 1,
    runs[1],
  ]);
});

test.each([
  ['process', () => [asked, asked]],
  ['installation', () => [asked, other]],
] as const)('of two calls in one %s the second waits and then runs', async (_where, stations) => {
  const [first, second] = stations();
  if (!first || !second) throw new Error('there are two');
  const runs = () => [...new Set([first, second])].flatMap((one) => one.logged(CLOSED)).length;
  const before = runs();
  await asked.aBrand();
  await installation.rows(`update test_clock set now = now + interval '1 day'`);
  const obstacle = await installation.holdUp('lock table brand in access exclusive mode');
  const running = first.runJob('daily-reset');
  await obstacle.holdsUp(1);
  const waiting = second.runJob('daily-reset');
  // The first for the brands, the second for the first.
  await obstacle.holdsUp(2);
  expect(runs()).toBe(before);
  await obstacle.remove();
  const [one, two] = await Promise.all([running, waiting]);
  expect(runs()).toBe(before + 2);
  expect([one.lastError, two.lastError]).toEqual([null, null]);
});

describe('a job that fails', () => {
  test('answers with lastError, and says nothing of our insides', async () => {
    await asked.aBrand();
    await installation.rows(`update test_clock set now = now + interval '1 day'`);
    await installation.change('alter table period_close rename to somewhere_else');
    const { runJob } = await asked.run(RunJobDocument, { name: 'daily-reset' });
    await installation.change('alter table somewhere_else rename to period_close');
    expect(runJob.userErrors).toEqual([]);
    expect(runJob.job).toMatchObject({ failureCount: 1 });
    expect(runJob.job?.lastError).toMatch(/^\S.*$/);
    expect(runJob.job?.lastError).not.toMatch(/period_close|insert|select|\.ts|\.js/);
    expect(await lastErrors()).toEqual([null, null, runJob.job?.lastError, null, null]);
  });

  test('has no lastError any more after the next success, which does what was left', async () => {
    expect(await asked.runJob('daily-reset')).toMatchObject({ lastError: null, failureCount: 1 });
    expect(await lastErrors()).toEqual(NAMES.map(() => null));
  });
});

test.each([{}, { name: null }, { name: 7 }, { name: ['daily-reset'] }])(
  'a name that is none is bad input: %j',
  async (variables) => {
    const { data, errors } = await asked.send(String(RunJobDocument), variables);
    expect([data, errors.map(({ extensions }) => extensions?.code)]).toEqual([
      null,
      ['BAD_USER_INPUT'],
    ]);
  },
);
