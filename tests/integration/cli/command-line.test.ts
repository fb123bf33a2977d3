import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newDataDir, query, removeDataDir, startOwner } from '../../support/embedded-owner.js';
import { useTemporaryFolder } from '../../support/temporary-folder.js';
import { useTestDatabase } from '../../support/test-database.js';

const database = useTestDatabase();
const files = useTemporaryFolder();

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Compiled code is kept, as the launcher has it. */
const AS_LAUNCHED = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: 'node_modules/.cache/node-compile',
};

type Variables = Readonly<Record<string, string>>;

/** Runs a command as the launcher does, in a process of its own. */
function paceline(args: readonly string[], variables?: Variables): Promise<Ended> {
  const env = { ...AS_LAUNCHED, ...(variables ?? { DATABASE_URL: database.url }) };
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/cli/main.js', ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** What a command with `--json` answered. */
async function json(args: readonly string[], variables?: Variables) {
  const { code, stdout, stderr } = await paceline([...args, '--json'], variables);
  try {
    const answer: unknown = JSON.parse(stdout);
    return { code, answer };
  } catch (cause) {
    throw new Error(`no JSON: ${stdout} ${stderr}`, { cause });
  }
}

const COMMANDS = [
  'migrate',
  'seed',
  'simulate',
  'check',
  'reset-budgets',
  'import-spend',
  'verify',
  'backup',
  'restore',
];

describe('every command', () => {
  test('is in the help, which is a success', async () => {
    const { code, stdout } = await paceline(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toContain(`  ${command} `);
  });

  test.each(COMMANDS)('has help of its own: %s', async (command) => {
    const { code, stdout, stderr } = await paceline([command, '--help'], {});
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`paceline -- ${command}`);
    expect(stdout).toContain('--json');
  });
});

describe('bad usage', () => {
  test.each([
    ['nothing', []],
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['verify', '--frobnicate']],
    ['a missing file', ['backup']],
    ['a file too many', ['backup', 'a', 'b']],
    ['a missing option', ['reset-budgets', '--all']],
    ['an unknown choice', ['reset-budgets', '--all', '--period', 'week']],
    ['options that do not go together', ['reset-budgets', '--period', 'day']],
    ['a number that is none', ['simulate', '--minutes', 'some']],
  ])('is told on standard error with the exit code 2: %s', async (_, args) => {
    const { code, stdout, stderr } = await paceline(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
    expect(stderr).not.toContain('    at ');
  });

  test('is a configuration that cannot be used, too', async () => {
    const { code, stderr } = await paceline(['verify'], { PORT: 'x', PACELINE_PORT: '1' });
    expect(code).toBe(2);
    expect(stderr).toContain('PORT="x" must be');
    expect(stderr).toContain('PACELINE_PORT');
  });
});

describe('a session', () => {
  test('seeds, spends, checks, resets, imports, verifies, saves and restores', async () => {
    expect(await json(['migrate'])).toEqual({ code: 0, answer: { ok: true, migrations: [] } });
    expect(await json(['seed'])).toMatchObject({ code: 0, answer: { seeded: true, brands: 9 } });
    expect(await json(['seed'])).toMatchObject({ code: 0, answer: { seeded: false } });
    const simulated = await json(['simulate']);
    expect(simulated).toMatchObject({ code: 0, answer: { minutes: 1, rejected: 0 } });
    expect(await json(['check'])).toMatchObject({
      code: 0,
      answer: { campaigns: 32, repaired: 0 },
    });
    const reset = await json(['reset-budgets', '--period', 'day', '--brand', 'demo-sakura']);
    expect(reset).toMatchObject({ code: 0, answer: { brands: 1, campaigns: 3 } });
    const unknown = await json(['reset-budgets', '--period', 'day', '--brand', 'x']);
    expect(unknown).toMatchObject({ code: 2, answer: { ok: false } });

    const csv = files.write('spend.csv', 'brand,date,spend_chf\na,2018-05-27,5\nb,2018-05-27,-5\n');
    const refused = await json(['import-spend', csv, '--create']);
    expect(refused).toMatchObject({
      code: 1,
      answer: {
        ok: false,
        outcome: 'REFUSED',
        problems: [{ line: 3, column: 'spend_chf', value: '-5', message: 'It is negative.' }],
      },
    });
    const imported = await json(['import-spend', csv, '--create', '--skip-bad']);
    expect(imported).toMatchObject({ code: 0, answer: { recorded: '5', currency: 'CHF' } });
    const wrong = await paceline(['import-spend', csv, '--brand-column', 'nobody']);
    expect(wrong).toMatchObject({ code: 2, stderr: 'The file has no column "nobody".\n' });

    expect(await json(['verify'])).toMatchObject({ code: 0, answer: { differences: 0 } });
    const saved = files.path('saved.gz');
    expect(await json(['backup', saved])).toMatchObject({ code: 0, answer: { path: saved } });
    expect(await json(['restore', saved])).toMatchObject({ code: 1, answer: { ok: false } });
    expect(await json(['restore', saved, '--force'])).toMatchObject({ code: 0 });
    expect(await json(['verify'])).toMatchObject({ code: 0, answer: { differences: 0 } });

    await query(
      database.url,
      `set role paceline_service; update counter set true_spent_micros = true_spent_micros + 1`,
    );
    const { code, stdout } = await paceline(['verify']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/"Rice cookers", day .*: the ledger says .*, the counter .* JPY/);
  }, 180_000);

  test('tells a bad row at once, with its line and column, and what to do next', async () => {
    const csv = files.write('bad.csv', 'brand,date,amount\n"x,y",27.5.18,5\n');
    const { code, stdout, stderr } = await paceline(['import-spend', csv, '--currency', 'EUR']);
    expect(code).toBe(1);
    expect(stderr).toContain('line 2, column date: "27.5.18" It is not a date of the calendar');
    expect(stdout).toContain('Nothing was imported.');
    expect(stdout).toContain('--skip-bad');
  });

  test('fails in a sentence where a file or the database is not there', async () => {
    const none = await paceline(['restore', files.path('none.gz')]);
    expect(none.code).toBe(1);
    expect(none.stderr).toMatch(/^ENOENT[^\n]*none\.gz'\n$/);
    const gone = await paceline(['verify'], { DATABASE_URL: 'postgresql://127.0.0.1:1/none' });
    expect(gone.code).toBe(1);
    expect(gone.stderr).toMatch(/^The database cannot be reached\. [^\n]*\n$/);
  });
});

describe('the embedded database', () => {
  let dataDir: string;

  beforeAll(async () => {
    dataDir = await newDataDir();
  });
  afterAll(async () => {
    await removeDataDir(dataDir);
  });

  test('is started for a command, and used beside a program that runs on it', async () => {
    const alone = await json(['migrate'], { DATA_DIR: dataDir });
    expect(alone).toEqual({
      code: 0,
      answer: {
        ok: true,
        migrations: [
          '0001-engine',
          '0002-access',
          '0003-lists',
          '0004-agency-keys',
          '0005-hot-path',
        ],
      },
    });
    const owner = await startOwner(dataDir);
    expect(await json(['verify'], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    // The owner's server went on meanwhile.
    expect(await query(owner.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await owner.end('SIGTERM');
  }, 60_000);
});
