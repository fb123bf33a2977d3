import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const WANTED = { program: '/usr/games/teller', package: 'tellers' };
const CALL = `
const { debianProgram } = await import(process.argv[1]);
try {
  console.log(debianProgram(${JSON.stringify(WANTED)}));
} catch (error) {
  console.log(error.message);
}`;

/** Puts an archive where it is told to. */
const APT_GET = `#!/bin/sh
for word in "$@"; do
  case $word in Dir::Cache=*) cache=\${word#*=} ;; install) echo > "$cache/archives/tellers_1_all.deb" ;; esac
done`;
/** Of any archive, the program is all that is in it. */
const DPKG_DEB = `#!/bin/sh
mkdir -p "$3/usr/games" "$3/usr/lib/any-linux-gnu"
printf '#!/bin/sh\\necho "$1 with \${LD_LIBRARY_PATH##*root/}"' > "$3/usr/games/teller"
chmod 755 "$3/usr/games/teller"`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paceline-programs-'));
  for (const file of ['debian-programs.mjs', 'project.mjs']) {
    cpSync(join('scripts', file), join(folder, 'scripts', file));
  }
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function install(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

const run = promisify(execFile);

/** What a run finds, or why it finds nothing, where only these folders are in the PATH. */
async function find(...path: readonly string[]): Promise<string> {
  const script = join(folder, 'scripts/debian-programs.mjs');
  const env = { PATH: path.join(':') };
  const options = ['--input-type=module', '--eval', CALL, script];
  const { stdout } = await run(process.execPath, options, { env });
  return stdout.trim();
}

test('a program that is installed is taken from where it is', async () => {
  const installed = install('elsewhere/teller', '#!/bin/sh');
  expect(await find(join(folder, 'nowhere'), dirname(installed))).toBe(installed);
});

test("one that is not is unpacked from Debian's package, once, and finds its libraries", async () => {
  install('bin/apt-get', APT_GET);
  const apt = dirname(install('bin/dpkg-deb', DPKG_DEB));
  const found = await find(apt, '/usr/bin', '/bin');
  expect((await run(found, ['told'])).stdout.trim()).toBe('told with usr/lib/any-linux-gnu');
  expect(existsSync(join(dirname(found), '../apt'))).toBe(false);
  expect(await find()).toBe(found);
});

test('where it cannot be had it says what to do, and leaves nothing behind', async () => {
  const advice = /^There is no teller here: install it \(on Debian `apt-get install tellers`\)/;
  const without = await find();
  expect(without).toMatch(advice);
  expect(without).toContain('apt-get cannot be run here (ENOENT)');
  const refused = dirname(install('bin/apt-get', '#!/bin/sh\necho "no such thing" >&2\nexit 1'));
  expect(await find(refused)).toContain('apt-get failed: no such thing');
  expect(existsSync(join(folder, 'node_modules/.cache/debian/tellers'))).toBe(false);
});
