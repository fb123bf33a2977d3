import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = join(ROOT, 'src') + sep;
const load = createRequire(import.meta.url);

/**
 * Jest's transform for the program and its packages: each becomes a module that hands on what the
 * process has loaded. Jest would link and run everything anew for each test file, which took more
 * time than the tests. So the program is loaded once per process, by Node, from dist/ as it is run
 * elsewhere; the tests and what supports them are still each file's own.
 */
export default {
  process: (source, path, options) => ({ code: codeOf(source, path, options) }),
  // What a module exports depends on others too: `export * from`.
  getCacheKey: (source, path, options) =>
    createHash('sha256')
      .update(codeOf(source, path, options))
      .digest('hex'),
};

function codeOf(source, path, { supportsDynamicImport, supportsStaticESM }) {
  // Jest asks so for what it loads itself, outside of any test file: the packages of its global setup.
  if (!supportsDynamicImport) return source;
  const built = builtFile(path);
  const expression = `globalThis.loadSharedModule(${JSON.stringify(built)})`;
  return supportsStaticESM ? moduleOf(expression, load(built)) : `module.exports = ${expression};`;
}

/** The file that Node loads: what was built of a source, or a package's own. */
function builtFile(path) {
  if (!path.startsWith(SOURCES)) return path;
  return join(ROOT, 'dist', relative(SOURCES, path).replace(/\.ts$/, '.js'));
}

function moduleOf(expression, exported) {
  const names = Object.keys(exported).filter((name) => name !== 'module.exports');
  const exports = names.map((name) =>
    name === 'default'
      ? 'export default shared.default;'
      : `export const ${name} = shared.${name};`,
  );
  return [`const shared = ${expression};`, 'export {};', ...exports].join('\n');
}
