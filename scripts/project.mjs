// Where things are. The scripts of this folder run before anything is installed, on Node 20 or
// newer, so they import nothing but Node itself and each other.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const DIST = join(ROOT, 'dist');
export const MODULES = join(ROOT, 'node_modules');

/** Ends with a message for people instead of a stack. */
export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const LAUNCHER_MAJOR = 20;
if (Number(process.versions.node.split('.')[0]) < LAUNCHER_MAJOR) {
  fail(
    `Paceline's scripts need Node ${LAUNCHER_MAJOR} or newer; this is ${process.versions.node}.`,
  );
}
