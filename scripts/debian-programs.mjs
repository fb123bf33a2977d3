import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { MODULES } from './project.mjs';

/** Unpacked packages, a folder each, and how their programs are run. */
const CACHE = join(MODULES, '.cache', 'debian');
/** An archive that does not answer is tried again so often, and each time given up after so long. */
const RETRIES = 2;
const TIMEOUT_SECONDS = 20;

/**
 * The path of a program that tests and benchmarks run beside Paceline: the one that is installed here, else
 * one unpacked from Debian's package below node_modules/.cache. Nothing is installed on the machine, so it
 * needs no rights, and no service is started. `program` is its path in the package, such as
 * `/usr/bin/redis-server` of `redis-server`. Throws an error that says what to do if it cannot be had.
 */
export function debianProgram({ program, package: name }) {
  const cached = join(CACHE, name, 'run', basename(program));
  const found = [...installed(program), cached].find(isExecutable);
  if (found !== undefined) return found;
  try {
    unpack(program, name);
  } catch (error) {
    throw new Error(
      `There is no ${basename(program)} here: install it (on Debian \`apt-get install ${name}\`) so that it ` +
        `is found in the PATH. Getting Debian's package did not do: ${error.message}`,
      { cause: error },
    );
  }
  return cached;
}

function installed(program) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [program, ...folders.map((folder) => join(folder, basename(program)))];
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Puts it there complete or not at all: another run may be doing the same. */
function unpack(program, name) {
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, `${name}-`));
  try {
    for (const archive of download(name, work)) {
      run('dpkg-deb', ['--extract', archive, join(work, 'root')]);
    }
    if (!isExecutable(join(work, 'root', program))) throw new Error(`${name} has no ${program}.`);
    rmSync(join(work, 'apt'), { recursive: true });
    writeStarter(program, work);
    chmodSync(work, 0o755);
    rmSync(join(CACHE, name), { recursive: true, force: true });
    renameSync(work, join(CACHE, name));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The archives of a package and of all that it depends on and that is not installed here. */
function download(name, work) {
  const apt = join(work, 'apt');
  mkdirSync(join(apt, 'state/lists/partial'), { recursive: true });
  mkdirSync(join(apt, 'cache/archives/partial'), { recursive: true });
  // Lists and archives of its own, as root too: only the settings and what is installed are the machine's.
  const options = [
    `Dir::State=${join(apt, 'state')}`,
    'Dir::State::status=/var/lib/dpkg/status',
    `Dir::Cache=${join(apt, 'cache')}`,
    'Debug::NoLocking=true',
    'APT::Sandbox::User=root',
    `Acquire::Retries=${RETRIES}`,
    `Acquire::http::Timeout=${TIMEOUT_SECONDS}`,
    `Acquire::https::Timeout=${TIMEOUT_SECONDS}`,
  ].flatMap((option) => ['-o', option]);
  run('apt-get', [...options, '-qq', 'update']);
  const what = ['--no-install-recommends', '--download-only', '--yes', 'install', name];
  run('apt-get', [...options, '-qq', ...what]);
  const archives = join(apt, 'cache/archives');
  const files = readdirSync(archives).filter((file) => file.endsWith('.deb'));
  return files.map((file) => join(archives, file));
}

/** A program from elsewhere finds its libraries only if it is told where they are. */
function writeStarter(program, work) {
  const libraries = ['usr/lib', 'lib'].flatMap((folder) =>
    librariesIn(join(work, 'root', folder)).map((found) => `$root/${folder}/${found}`),
  );
  const starter = join(work, 'run', basename(program));
  const lines = [
    '#!/bin/sh',
    'root=$(dirname "$0")/../root',
    `LD_LIBRARY_PATH="${libraries.join(':')}" exec "$root${program}" "$@"`,
  ];
  mkdirSync(join(work, 'run'));
  writeFileSync(starter, `${lines.join('\n')}\n`);
  chmodSync(starter, 0o755);
}

function librariesIn(folder) {
  try {
    return readdirSync(folder).filter((entry) => entry.includes('-linux-gnu'));
  } catch {
    return [];
  }
}

function run(command, args) {
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw new Error(`${command} cannot be run here (${error.code}).`);
  if (status !== 0) throw new Error(`${command} failed: ${stderr.trim()}`);
}
