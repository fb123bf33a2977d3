import { beforeAll, describe, expect, test } from '@jest/globals';
import { hashToken } from '../../../src/auth/token.js';
import { Database } from '../../../src/persistence/database.js';
import { createLogger } from '../../../src/platform/logger.js';
import { runCommand, runForJson } from '../../support/command.js';
import { useTestDatabase } from '../../support/test-database.js';

const database = useTestDatabase();
let agency = '';

interface Key {
  readonly id: string;
  readonly prefix: string;
  readonly token: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

const DAY_MS = 86_400_000;

function run(...args: readonly string[]) {
  return runCommand(database.url, args);
}

function json(...args: readonly string[]) {
  return runForJson(database.url, args);
}

async function create(...args: readonly string[]) {
  const { code, facts } = await json('key', 'create', 'Feed', '--agency', agency, ...args);
  return { code, facts: facts as Key };
}

/** What the database has of the tokens that begin so. */
async function keptDigests(prefix: string): Promise<readonly string[]> {
  const log = createLogger({ level: 'warn' });
  const opened = await Database.open({ url: database.url, maxConnections: 1, log });
  try {
    const text = 'select token_hash as digest from api_key where prefix = $1';
    const rows = await opened.everywhere.rows<{ digest: string }>(text, [prefix]);
    return rows.map(({ digest }) => digest);
  } finally {
    await opened.close();
  }
}

beforeAll(async () => {
  const words = ['agency', 'create', 'North', '--owner', 'owner@example.com'];
  agency = ((await json(...words)).facts as { agency: { id: string } }).agency.id;
}, 30_000);

describe('the command key', () => {
  test('has help, and so has each of its commands', async () => {
    for (const words of [['key'], ['key', 'create'], ['key', 'list'], ['key', 'revoke']]) {
      const { code, stdout } = await run(...words, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain(`paceline -- ${words.join(' ')}`);
    }
  }, 30_000);

  test('makes a key, whose token is shown once and kept nowhere', async () => {
    const { code, facts } = await create('--role', 'INGEST');
    expect({ code, facts }).toMatchObject({
      code: 0,
      facts: { name: 'Feed', role: 'INGEST', brands: null, createdBy: 'Paceline', expiresAt: null },
    });
    expect(facts.token.startsWith(`${facts.prefix}_`)).toBe(true);
    expect(await keptDigests(facts.prefix)).toEqual([hashToken(facts.token)]);
    const { stdout } = await run('key', 'list', '--agency', agency);
    expect(stdout).toContain(facts.id);
    expect(stdout).not.toContain(facts.token);
  }, 30_000);

  test('lets it end in so many days, or at an instant', async () => {
    const inDays = await create('--role', 'ADMIN', '--expires', '30');
    const days = (Date.parse(inDays.facts.expiresAt ?? '') - Date.now()) / DAY_MS;
    expect(days).toBeCloseTo(30, 1);
    const at = await create('--role', 'ADMIN', '--expires', '2099-01-31T00:00:00Z');
    expect(at.facts.expiresAt).toBe('2099-01-31T00:00:00.000Z');
    expect(await create('--role', 'ADMIN', '--expires', '2001-01-31T00:00:00Z')).toMatchObject({
      code: 1,
    });
    expect(await create('--role', 'ADMIN', '--expires', 'soon')).toMatchObject({ code: 2 });
  }, 30_000);

  test('asks for a role that a key can have, and for its brands', async () => {
    const words = ['key', 'create', 'Feed', '--agency', agency];
    expect((await run(...words)).code).toBe(2);
    expect((await run(...words, '--role', 'OWNER')).code).toBe(2);
    expect((await run(...words, '--role', 'CLIENT')).code).toBe(1);
    expect((await run(...words, '--role', 'CLIENT', '--brand', 'nobody')).code).toBe(2);
  }, 30_000);

  test('revokes a key of the agency alone', async () => {
    const { facts } = await create('--role', 'ADMIN');
    const words = ['agency', 'create', 'South', '--owner', 'owner@example.com'];
    const other = ((await json(...words)).facts as { agency: { id: string } }).agency.id;
    expect((await run('key', 'revoke', facts.id, '--agency', other)).code).toBe(1);
    const revoked = await json('key', 'revoke', facts.id, '--agency', agency);
    expect(revoked).toMatchObject({ code: 0, facts: { revokedAt: expect.any(String) } });
    expect((await run('key', 'list', '--agency', agency)).stdout).toContain('revoked 2');
    expect((await run('key', 'revoke', 'nothing', '--agency', agency)).code).toBe(2);
  }, 30_000);
});
