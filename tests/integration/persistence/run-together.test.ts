import { expect, test } from '@jest/globals';
import { statement } from '../../../src/persistence/statement.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

const MARK = statement(
  `insert into job_run (name, last_error) values ($1::text, 'together') returning name`,
);
const SUM = statement(`select ($1::int + $2::int)::text as sum, null, current_user::text`);
const DIVIDE = statement(`select 1 / $1::int`);
const LATER = statement(`select 'later ' || $1::text`);
// Only its owner may end a connection.
const AS_OWNER = statement(`select set_config('role', $1, true)`);
const END = statement(`select pg_terminate_backend(pg_backend_pid())::text where $1::int = 1`);

const everywhere = () => world.kernel.database.everywhere;

async function marks(): Promise<number> {
  return (await world.rows(`select from job_run where last_error = 'together'`)).length;
}

test('statements run one after the other in the scope, and the last one answers', async () => {
  const mark = { text: MARK, values: ['first'] };
  const sum = { text: SUM, values: ['2', '3'] };
  const rows = await everywhere().rowsTogether([mark, sum]);
  expect(rows).toEqual([['5', null, 'paceline_service']]);
  expect(await marks()).toBe(1);
});

test('all are undone where one fails, and what it kept from being prepared is prepared the next time', async () => {
  const before = await marks();
  const mark = { text: MARK, values: ['second'] };
  const flight = (divisor: string) => [
    mark,
    { text: DIVIDE, values: [divisor] },
    { text: LATER, values: ['than never'] },
  ];
  await expect(everywhere().rowsTogether(flight('0'))).rejects.toThrow('division by zero');
  expect(await marks()).toBe(before);
  // On the same connection: nobody else uses one.
  expect(await everywhere().rowsTogether(flight('1'))).toEqual([['later than never']]);
  expect(await marks()).toBe(before + 1);
});

test('a connection that is lost meanwhile is the database being gone', async () => {
  const { database } = world.kernel;
  const asOwner = { text: AS_OWNER, values: ['none'] };
  const lost = everywhere().rowsTogether([asOwner, { text: END, values: ['1'] }]);
  await expect(lost).rejects.toThrow('The database cannot be reached.');
  expect(database.pool.totalCount - database.pool.idleCount).toBe(0);
});

test('what is not declared is refused before anything is sent', async () => {
  const undeclared = { text: 'select 1', values: [] };
  await expect(everywhere().rowsTogether([undeclared])).rejects.toThrow('declared');
  expect(await everywhere().rowsTogether([{ text: SUM, values: ['1', '1'] }])).toHaveLength(1);
});
