import {
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

/** The paths of all files below a folder of the project, or of the file that is there, or none. */
export function filesIn(path) {
  if (!existsSync(join(ROOT, path))) return [];
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  );
}

/** What tells a file from what it was before, by its path: reading them all would take too long. */
export function stampsOf(paths) {
  const stamps = {};
  for (const path of paths) {
    const { mtimeMs, size } = statSync(join(ROOT, path));
    stamps[path] = `${mtimeMs}/${size}`;
  }
  return stamps;
}

/** What a file says; null where it is not there, or half written. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** A reader sees the old file or the new one, never half of it. */
export function replaceFile(path, content) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}
