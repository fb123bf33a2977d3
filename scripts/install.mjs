import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODULES, ROOT, fail } from './project.mjs';

const LOCK_FILE = join(ROOT, 'package-lock.json');
// npm's own record of what it installed.
const INSTALLED_FILE = join(MODULES, '.package-lock.json');
const STAMP_FILE = join(MODULES, '.paceline-install.json');

/** Whether node_modules holds what package-lock.json says. Costs a few milliseconds. */
export function isInstalled() {
  const stamp = currentStamp();
  if (stamp === null) return false;
  if (readText(STAMP_FILE) === stamp) return true;
  if (!matchesLock()) return false;
  writeStamp();
  return true;
}

/** Installs what package-lock.json says, development packages too, whatever NODE_ENV is. */
export async function install() {
  process.stderr.write('Installing packages (once, about half a minute) …\n');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const code = await run(npmCommand([...args, '--loglevel=error']));
  if (code !== 0) fail(`"npm ${args.join(' ')}" failed.`);
  writeStamp();
}

/** npm tells its scripts where it is; without it, the one in the PATH. */
function npmCommand(args) {
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /npm-cli\.js$/.test(npm)) return [process.execPath, [npm, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

function run([file, args]) {
  // The output of `npm start` and `npm test` is theirs alone.
  const stdio = ['ignore', process.stderr, process.stderr];
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: ROOT, stdio, shell: file.endsWith('.cmd') });
    child.once('error', () => resolve(1));
    child.once('close', resolve);
  });
}

function currentStamp() {
  if (!existsSync(INSTALLED_FILE)) return null;
  const lock = createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex');
  const { mtimeMs, size } = statSync(INSTALLED_FILE);
  return JSON.stringify({ lock, installed: [mtimeMs, size] });
}

function writeStamp() {
  try {
    writeFileSync(STAMP_FILE, currentStamp() ?? '');
  } catch {
    // Packages of another user: checked again next time.
  }
}

/** For packages that somebody installed by hand. */
function matchesLock() {
  const wanted = JSON.parse(readFileSync(LOCK_FILE, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(INSTALLED_FILE, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link || !isForThisMachine(entry)) return true;
    const found = installed[path];
    return found === undefined
      ? entry.optional === true && entry.os === undefined
      : same(found, entry);
  });
}

function same(found, entry) {
  return found.version === entry.version && found.integrity === entry.integrity;
}

function isForThisMachine({ os, cpu, libc }) {
  return allows(os, process.platform) && allows(cpu, process.arch) && allowsLibc(libc);
}

let ownLibc;

function allowsLibc(list) {
  // Asking which one is ours takes as long as reading the whole lock file.
  if (list === undefined || process.platform !== 'linux') return true;
  ownLibc ??= process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return allows(list, ownLibc);
}

function allows(list, value) {
  const entries = [list ?? []].flat();
  if (entries.includes(`!${value}`)) return false;
  const named = entries.filter((entry) => !entry.startsWith('!'));
  return named.length === 0 || named.includes(value) || named.includes('any');
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
