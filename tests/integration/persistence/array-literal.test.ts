import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainArray, textArray } from '../../../src/persistence/array-literal.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

test('texts come back from an array as they were, whatever is in them', async () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\u0000'));
  const awkward = fc.constantFrom(
    '',
    'null',
    'NULL',
    '"',
    '\\',
    '{}',
    'a,b',
    ' ',
    "'",
    '\\"',
    '\n',
  );
  const values = fc.array(fc.option(fc.oneof(text, awkward)), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(values, async (sent) => {
      const [row] = await world.rows<{ got: unknown }>('select to_json($1::text[]) as got', [
        textArray(sent),
      ]);
      expect(row?.got).toEqual(sent);
    }),
    { numRuns: 100 },
  );
});

test('uuids, numbers, dates and nothing come back from an array as they were', async () => {
  const [row] = await world.rows<{ got: unknown }>(
    `select json_build_array($1::uuid[], $2::bigint[], $3::date[], $4::boolean[]) as got`,
    [
      plainArray(['00000000-0000-7000-8000-000000000001', null]),
      plainArray([-5n, 9_007_199_254_740_993n]),
      plainArray(['2026-11-30']),
      plainArray([true, false, null]),
    ],
  );
  expect(JSON.stringify(row?.got)).toContain('"00000000-0000-7000-8000-000000000001",null');
  const [exact] = await world.rows<{ sum: string }>(
    'select (select sum(n)::text from unnest($1::bigint[]) n) as sum',
    [plainArray([-5n, 9_007_199_254_740_993n])],
  );
  expect(exact?.sum).toBe('9007199254740988');
  expect(row?.got).toMatchObject([{}, {}, ['2026-11-30'], [true, false, null]]);
});
