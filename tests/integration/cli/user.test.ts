import { beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand, runForJson } from '../../support/command.js';
import { useTestDatabase } from '../../support/test-database.js';

const database = useTestDatabase();
let agency = '';

interface Created {
  readonly id: string;
  readonly email: string;
  readonly passwordLink: string | null;
}

function run(...args: readonly string[]) {
  return runCommand(database.url, args);
}

function json(...args: readonly string[]) {
  return runForJson(database.url, args);
}

beforeAll(async () => {
  const words = ['agency', 'create', 'North', '--owner', 'owner@example.com'];
  agency = ((await json(...words)).facts as { agency: { id: string } }).agency.id;
}, 30_000);

/** What a command made that succeeded. */
async function created(...args: readonly string[]): Promise<Created> {
  const { code, facts } = await json(...args);
  expect(code).toBe(0);
  return facts as Created;
}

describe('the command user', () => {
  test('has help, and so has each of its commands', async () => {
    for (const words of [
      ['user'],
      ['user', 'create'],
      ['user', 'reset-link'],
      ['user', 'deactivate'],
    ]) {
      const { code, stdout } = await run(...words, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain(`paceline -- ${words.join(' ')}`);
    }
  }, 30_000);

  test('makes a member, with a link to choose a password if they are new', async () => {
    const words = ['user', 'create', 'ada@example.com', '--agency', agency, '--role', 'ADMIN'];
    expect(await created(...words)).toMatchObject({
      id: expect.stringMatching(/^person_/),
      email: 'ada@example.com',
      role: 'ADMIN',
      passwordLink: expect.stringContaining('/sign-in#password='),
    });
    expect(await json(...words)).toMatchObject({ code: 1, facts: { ok: false } });
  }, 30_000);

  test('asks for a role that a person can have, for its brands, and for the agency', async () => {
    const words = ['user', 'create', 'bob@example.com', '--agency', agency];
    expect((await run(...words)).code).toBe(2);
    expect((await run(...words, '--role', 'INGEST')).code).toBe(2);
    expect((await run(...words, '--role', 'CLIENT', '--brand', 'nobody')).code).toBe(2);
    expect((await run(...words, '--role', 'CLIENT')).code).toBe(1);
    expect((await run('user', 'create', 'bob@example.com', '--role', 'ADMIN')).code).toBe(2);
  }, 30_000);

  test('makes a new link, in the place of the one before', async () => {
    const email = 'carol@example.com';
    const words = ['user', 'create', email, '--agency', agency, '--role', 'ANALYST'];
    const made = await created(...words);
    const renewed = await created('user', 'reset-link', email.toUpperCase());
    expect(renewed.passwordLink).toMatch(/^https:\/\/paceline\.example\.com\/sign-in#password=/);
    expect(renewed.passwordLink).not.toBe(made.passwordLink);
    expect((await run('user', 'reset-link', 'nobody@example.com')).code).toBe(1);
  }, 30_000);

  test('keeps somebody out, and says where an owner is missing then', async () => {
    const { code, stdout } = await run('user', 'deactivate', 'owner@example.com');
    expect(code).toBe(0);
    expect(stdout).toContain('The agency "North" has no owner now');
    const again = await json('user', 'deactivate', 'owner@example.com');
    expect(again).toMatchObject({
      code: 0,
      facts: { agencies: [{ id: agency, hasOwner: false }] },
    });
    expect((await run('user', 'reset-link', 'owner@example.com')).code).toBe(1);
    expect((await run('user', 'deactivate', 'nobody@example.com')).code).toBe(1);
  }, 30_000);
});
