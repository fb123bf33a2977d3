import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MODULES, fail } from './project.mjs';

const REQUIRED_MAJOR = 26;

/**
 * Most of what a request makes is garbage by its answer: with room for the requests of some groups, little
 * of it lives to be copied. 10 % more spends a second than with 16 MB.
 */
export const RUNTIME_OPTIONS = ['--max-semi-space-size=64'];

/** The Node that runs everything else: the one installed with the packages, or this one if it is new enough. */
export function runtime() {
  const installed = candidates().find((path) => existsSync(path));
  if (installed !== undefined) return installed;
  if (Number(process.versions.node.split('.')[0]) >= REQUIRED_MAJOR) return process.execPath;
  return fail(
    `Paceline needs Node ${REQUIRED_MAJOR} or newer; this is ${process.versions.node}, and none comes ` +
      `with the packages for ${process.platform} on ${process.arch}. Install one and start again.`,
  );
}

function candidates() {
  if (process.platform === 'win32') return [join(MODULES, `node-win-${process.arch}/bin/node.exe`)];
  return [
    join(MODULES, '.bin/node'),
    join(MODULES, `node-${process.platform}-${process.arch}/bin/node`),
  ];
}

/** The environment of what runs under that Node: finds the packages' programs, keeps compiled code. */
export function runtimeEnvironment(more = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [join(MODULES, '.bin'), process.env.PATH ?? ''].join(separator);
  const cache = join(MODULES, '.cache', 'node-compile');
  return { NODE_COMPILE_CACHE: cache, ...process.env, PATH: path, ...more };
}
