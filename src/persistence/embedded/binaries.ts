import { access, chmod, constants, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { hasErrorCode } from './file-errors.js';

/** Absolute paths of the programs of the embedded PostgreSQL. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Finds the programs for this machine, ready to run. Throws {@link EmbeddedPostgresError} if there
 * are none.
 */
export async function findBinaries(): Promise<Binaries> {
  const root = packageRoot(`@embedded-postgres/${process.platform}-${process.arch}`);
  return completePackage(root);
}

/**
 * Makes good what an installation without scripts leaves out of the package in `root`: links of
 * the libraries, and permissions.
 */
export async function completePackage(root: string): Promise<Binaries> {
  await linkLibraries(root);
  const binaries = {
    initdb: join(root, 'native', 'bin', 'initdb'),
    postgres: join(root, 'native', 'bin', 'postgres'),
  };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for this machine: the package ${name} is not installed. ` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

interface LibraryLink {
  source: string;
  target: string;
}

async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: unknown = JSON.parse(list);
  if (!Array.isArray(links)) return;
  await Promise.all(links.filter(isLink).map((link) => makeLink(root, link)));
}

function isLink(value: unknown): value is LibraryLink {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    'target' in value &&
    typeof value.source === 'string' &&
    typeof value.target === 'string'
  );
}

async function makeLink(root: string, { source, target }: LibraryLink): Promise<void> {
  try {
    await symlink(relative(dirname(target), source), join(root, target));
  } catch (error) {
    // It is there already, or whoever owns the folder made it at installation.
    if (!hasErrorCode(error, 'EEXIST', 'EACCES', 'EPERM', 'EROFS')) throw error;
  }
}

async function makeExecutable(program: string): Promise<void> {
  try {
    await access(program, constants.X_OK);
  } catch {
    await chmod(program, 0o755);
  }
}
