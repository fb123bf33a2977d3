import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Asset, etagOf } from './asset.js';
import { typeOf } from './asset-file.js';

/** What `npm run build` makes for browsers, each in a folder of dist/. */
export type BuiltFolder = 'console' | 'docs';

const COMPRESSED = { '.br': 'br', '.gz': 'gzip' } as const;

/**
 * Reads a folder that was built for browsers, by the paths within it; null where it is not built. It
 * is held in memory, so that a page and its parts stay those of one build, whatever is built meanwhile.
 */
export async function readBuiltFiles(
  folder: BuiltFolder,
): Promise<ReadonlyMap<string, Asset> | null> {
  // As far away from src/ as from dist/.
  return readFilesIn(fileURLToPath(new URL(`../../../dist/${folder}`, import.meta.url)));
}

async function readFilesIn(root: string): Promise<ReadonlyMap<string, Asset> | null> {
  const paths = await listFiles(root);
  if (paths.length === 0) return null;
  const contents = new Map<string, Buffer>();
  await Promise.all(
    paths.map(async (path) => contents.set(path, await readFile(join(root, path)))),
  );
  const plain = [...contents].filter(([path]) => !isCompressed(path));
  return new Map(plain.map(([path, content]) => [path, assetOf(path, content, contents)]));
}

/** The paths within a folder, with slashes; none where there is no such folder. */
async function listFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name !== '.build.json')
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll(sep, '/'));
}

function isCompressed(path: string): boolean {
  return Object.keys(COMPRESSED).some((extension) => path.endsWith(extension));
}

function assetOf(path: string, plain: Buffer, contents: ReadonlyMap<string, Buffer>): Asset {
  const encoded = Object.entries(COMPRESSED).flatMap(([extension, encoding]) => {
    const content = contents.get(path + extension);
    return content === undefined ? [] : [[encoding, content] as const];
  });
  const type = typeOf(path);
  return { type, etag: etagOf(plain), plain, encoded: Object.fromEntries(encoded) };
}
