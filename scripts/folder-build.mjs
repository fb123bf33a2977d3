import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressFiles } from './compress-files.mjs';
import { DIST } from './project.mjs';
import { readJson, stampsOf } from './sources.mjs';

const STAMP = '.build.json';

/**
 * A folder of dist/ that is made anew as a whole when a source of it has changed. It is made beside
 * and put in its place when it is complete, stamp and all: whatever ends a build in the middle leaves
 * what was there before. `sources` gives the paths of what it is made of, none where there is nothing
 * to build; `make` fills a folder.
 */
export function folderBuild({ name, sources, make }) {
  const folder = join(DIST, name);
  const isFresh = () => {
    const wanted = sources();
    return wanted.length === 0 || readStamp(folder) === stampOf(wanted);
  };
  const build = async () => {
    if (isFresh()) return;
    // Taken before: what changes meanwhile is built the next time.
    const stamp = stampOf(sources());
    removeLeftovers(name);
    const draft = join(DIST, `.${name}-${process.pid}`);
    mkdirSync(draft, { recursive: true });
    try {
      await make(draft);
      await compressFiles(draft);
      writeFileSync(join(draft, STAMP), JSON.stringify(stamp));
      replaceFolder(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  };
  return { isFresh, build };
}

function stampOf(paths) {
  return JSON.stringify(stampsOf(paths.toSorted()));
}

function readStamp(folder) {
  return readJson(join(folder, STAMP));
}

/** A folder cannot be renamed onto another. Ended between the two, the next build starts from nothing. */
function replaceFolder(draft, folder) {
  const before = `${draft}-before`;
  if (existsSync(folder)) renameSync(folder, before);
  renameSync(draft, folder);
  rmSync(before, { recursive: true, force: true });
}

/** What builds that were killed have left; only one builds at a time. */
function removeLeftovers(name) {
  if (!existsSync(DIST)) return;
  for (const entry of readdirSync(DIST)) {
    if (entry.startsWith(`.${name}-`)) rmSync(join(DIST, entry), { recursive: true, force: true });
  }
}
