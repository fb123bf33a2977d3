import { describe, expect, test } from '@jest/globals';
import { runCommand, runForJson } from '../../support/command.js';
import { useTestDatabase } from '../../support/test-database.js';

const database = useTestDatabase();

interface Created {
  readonly agency: { readonly id: string; readonly name: string };
  readonly owner: { readonly id: string; readonly email: string };
  readonly passwordLink: string | null;
}

interface Listed {
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
}

function run(...args: readonly string[]) {
  return runCommand(database.url, args);
}

function json(...args: readonly string[]) {
  return runForJson(database.url, args);
}

/** What a command made that succeeded. */
async function created(...args: readonly string[]): Promise<Created> {
  const { code, facts } = await json(...args);
  expect(code).toBe(0);
  return facts as Created;
}

describe('the command agency', () => {
  test('has help, and so has each of its commands', async () => {
    for (const words of [['agency'], ['agency', 'create'], ['agency', 'list']]) {
      const { code, stdout, stderr } = await run(...words, '--help');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(`paceline -- ${words.join(' ')}`);
    }
    expect((await run('--help')).stdout).toContain('  agency ');
  }, 30_000);

  test('tells bad usage on standard error with the exit code 2', async () => {
    const usages = [
      ['agency'],
      ['agency', 'frobnicate'],
      ['agency', 'create'],
      ['agency', 'create', 'North'],
      ['agency', 'list', '--frobnicate'],
    ];
    for (const words of usages) {
      const { code, stdout, stderr } = await run(...words);
      expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: '' });
      expect(stderr).not.toBe('');
    }
  }, 30_000);

  test('makes an agency with its owner, whose link is shown once, and lists it', async () => {
    const words = [
      'agency',
      'create',
      'North',
      '--owner',
      'ada@example.com',
      '--owner-name',
      'Ada',
    ];
    const made = await created(...words);
    expect(made).toMatchObject({
      agency: { id: expect.stringMatching(/^agency_/), name: 'North' },
      owner: { id: expect.stringMatching(/^person_/), email: 'ada@example.com' },
      passwordLink: expect.stringMatching(
        /^https:\/\/paceline\.example\.com\/sign-in#password=[\w-]{43}$/,
      ),
    });
    const again = await created('agency', 'create', 'South', '--owner', 'ada@example.com');
    expect(again.owner.id).toBe(made.owner.id);
    expect(again.passwordLink).toBeNull();
    const { id } = made.agency;
    const { facts } = await json('agency', 'list');
    expect((facts as Listed).agencies).toContainEqual(
      expect.objectContaining({ id, name: 'North', members: 1, brands: 0 }),
    );
    expect((await run('agency', 'list')).stdout).toContain(`${id}  North`);
  }, 30_000);

  test('refuses what cannot be an owner with the exit code 1', async () => {
    const { code, facts } = await json('agency', 'create', 'North', '--owner', 'nobody');
    expect({ code, facts }).toMatchObject({ code: 1, facts: { ok: false } });
  }, 30_000);

  test('of several is named where a command is for one', async () => {
    const { agency } = await created('agency', 'create', 'East', '--owner', 'eve@example.com');
    for (const words of [['seed'], ['simulate'], ['reset-budgets', '--period', 'day', '--all']]) {
      const refused = await run(...words);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain('several agencies');
      expect(refused.stderr).toContain(`${agency.id} East`);
    }
    const reset = ['reset-budgets', '--period', 'day', '--all', '--agency'];
    expect(await json(...reset, agency.id)).toMatchObject({ code: 0, facts: { brands: 0 } });
    expect(await json('simulate', '--agency', 'East')).toMatchObject({ code: 0 });
    expect((await run('seed', '--agency', 'Nowhere')).code).toBe(2);
  }, 60_000);
});
