import { expect, test } from '@jest/globals';
import { useWorld } from '../../support/world.js';

const world = useWorld();

test('a transaction that loses its connection leaves its place in the pool to others', async () => {
  const { database } = world.kernel;
  const { max } = database.pool.options;
  for (let i = 0; i < max + 1; i += 1) {
    const lost = database.everywhere.write(async (unit) => {
      await unit.rows('reset role');
      await unit.rows('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(lost).rejects.toThrow('The database cannot be reached.');
  }
  const answered = await database.everywhere.write((unit) =>
    unit.rows<{ one: number }>('select 1 as one'),
  );
  expect(answered).toEqual([{ one: 1 }]);
  expect(database.pool.totalCount - database.pool.idleCount).toBe(0);
});
