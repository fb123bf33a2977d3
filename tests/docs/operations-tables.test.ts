import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { formatSchedule } from '../../src/jobs/kit/job-schedule.js';
import { SCHEDULE } from '../../src/jobs/schedule.js';
import { SPEND_QUEUE_LIMITS } from '../../src/services/spend/spend-queue.js';
import { numberIn, SOURCE } from '../support/docs/constants.js';
import { readDocument, rowsBelow } from '../support/docs/document.js';
import { bearer, useApp } from '../support/test-app.js';

const app = useApp();
const operations = readDocument('docs/operations.md');
const MS_PER_SECOND = 1_000;

test('every metric is listed with what it says of itself', async () => {
  const text = await (await fetch(`${app.url}/metrics`, { headers: bearer() })).text();
  const metrics = [...text.matchAll(/^# HELP (paceline_\w+) (.+)$/gm)];
  const listed = rowsBelow(operations, '## Metrics').map(([name, , help]) => [name, help]);
  const served = metrics.map(([, name, help]) => [name, help]);
  expect(listed.slice(1).toSorted()).toEqual(served.toSorted());
});

test('the jobs are listed as the schedule has them', () => {
  const jobs = SCHEDULE.map(({ name, schedule, description }) => [
    name,
    formatSchedule(schedule),
    description,
  ]);
  expect(rowsBelow(operations, '## Jobs').slice(1)).toEqual(jobs);
});

test('the commands are listed with what each says of itself', () => {
  const files = readdirSync('src/cli').map((file) => readFileSync(join('src/cli', file), 'utf8'));
  const listed = rowsBelow(operations, '## Commands').slice(1);
  expect(listed.toSorted()).toEqual(files.flatMap(commandsIn).toSorted());
});

test('the lines of the log that are explained are written', () => {
  const lines = rowsBelow(operations, '## Log').slice(1);
  expect(lines.map(([line]) => line)).toEqual(
    lines.map(([line = '']) => line).filter((line) => SOURCE.includes(`'${line}'`)),
  );
});

test('the limits that are fixed are the code’s', () => {
  const { maxGroup, maxWaitMs } = SPEND_QUEUE_LIMITS;
  const limits = Object.fromEntries(
    rowsBelow(operations, '## All variables').map(([what = '', limit]) => [what, limit]),
  );
  expect(limits).toMatchObject({
    'single spends that share a transaction, at most': String(maxGroup),
    'how long one waits for others, at most': `${maxWaitMs} ms`,
    'a statement of the database': secondsIn('STATEMENT_TIMEOUT_MS'),
    'waiting for a connection': secondsIn('CONNECT_TIMEOUT_MS'),
    'sending a whole HTTP request': secondsIn('REQUEST_TIMEOUT_MS'),
    'an idle HTTP connection': secondsIn('KEEP_ALIVE_MS'),
  });
});

/** The commands that a file defines, each with its summary; a group's with the group's name. */
function commandsIn(text: string): readonly (readonly string[])[] {
  const defined = [...text.matchAll(/new Command\('([a-z-]+)'\)\s+\.summary\('(.+)'\)/g)].map(
    ([, name = '', summary = '']) => [name, summary],
  );
  const [, group] =
    /: CommandGroup = \{\s+create: \(\) =>\s+new Command\('([a-z-]+)'\)/.exec(text) ?? [];
  if (group === undefined) return defined;
  return defined
    .filter(([name]) => name !== group)
    .map(([name = '', summary = '']) => [`${group} ${name}`, summary]);
}

/** What a constant of the code says. */
function secondsIn(name: string): string {
  return `${numberIn(name) / MS_PER_SECOND} s`;
}
