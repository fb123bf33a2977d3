import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bearer, TestApp } from '../../support/test-app.js';
import { useTestDatabase } from '../../support/test-database.js';

const WHOAMI = JSON.stringify({ query: '{ me { role actor { name } } }' });
const OWN_TOKEN = 'of a length that nobody guesses, ever';

const app = new TestApp();
let dataDir = '';

// Hooks run in this order: the database is dropped when nothing is connected to it any more.
afterAll(async () => {
  await app.close();
  await rm(dataDir, { recursive: true });
});
const database = useTestDatabase();

/** Starts the program anew, as an operator who gives this token, or none. */
async function restart(token: string): Promise<void> {
  await app.close();
  const environment = { DATABASE_URL: database.url, DATA_DIR: dataDir, BOOTSTRAP_TOKEN: token };
  await app.start(environment);
}

async function whoHas(token: string): Promise<unknown> {
  const { status, body } = await app.post(WHOAMI, bearer(token));
  return status === 200 ? body.data : status;
}

const FIRST = { me: { role: 'ADMIN', actor: { name: 'First key' } } };

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'first-key-'));
  await restart('');
});

describe('the first key', () => {
  let made = '';

  test('is made at the first start, told once, and kept for its owner’s eyes alone', async () => {
    made = app.app.welcome.firstKey ?? '';
    expect(made).toMatch(/^pcl_[0-9a-f]{8}_[\w-]{43}$/);
    expect(await whoHas(made)).toEqual(FIRST);
    const file = join(dataDir, 'bootstrap-token');
    expect(await readFile(file, 'utf8')).toBe(`${made}\n`);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(app.log)).not.toContain(made);
  });

  test('is good after the next start, and not told again', async () => {
    await restart('');
    expect(app.app.welcome.firstKey).toBeNull();
    expect(await whoHas(made)).toEqual(FIRST);
  });

  test('is replaced by the token that is given', async () => {
    await restart(OWN_TOKEN);
    expect(app.app.welcome.firstKey).toBeNull();
    expect([await whoHas(OWN_TOKEN), await whoHas(made)]).toEqual([FIRST, 401]);
  });
});
