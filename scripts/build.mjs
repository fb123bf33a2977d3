import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyFileSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, ROOT } from './project.mjs';

const MANIFEST = join(DIST, '.build.json');
// src/x.ts becomes dist/x.js, bench/y.ts dist/bench/y.js.
const SOURCES = [
  { folder: 'src', target: '' },
  { folder: 'bench', target: 'bench' },
];

/** What is to be built and what the last build was made of. Costs a few milliseconds. */
export function buildState() {
  const wanted = { settings: settings(), files: sourceFiles() };
  const built = readJson(MANIFEST) ?? { settings: '', files: {} };
  const fresh = JSON.stringify(wanted) === JSON.stringify(built);
  return { fresh, wanted, built };
}

/** Brings dist/ up to date with the sources: compiles what changed, removes what is gone. */
export async function build() {
  const { fresh, wanted, built } = buildState();
  if (fresh) return;
  const all = wanted.settings !== built.settings;
  const changed = Object.keys(wanted.files).filter(
    (path) => all || wanted.files[path] !== built.files[path] || !existsSync(outputOf(path)),
  );
  const gone = Object.keys(built.files).filter((path) => !(path in wanted.files));
  for (const path of gone) removeOutput(path);
  const { transformFile } = await loadCompiler();
  await Promise.all(changed.map((path) => compile(path, transformFile)));
  linkSources();
  replaceFile(MANIFEST, JSON.stringify(wanted));
}

function settings() {
  const { version } = readJson(join(ROOT, 'node_modules/@swc/core/package.json')) ?? {};
  return `${version}\n${readFileSync(join(ROOT, '.swcrc'), 'utf8')}`;
}

function sourceFiles() {
  const files = {};
  for (const { folder } of SOURCES) {
    for (const path of walk(folder)) {
      const { mtimeMs, size } = statSync(join(ROOT, path));
      files[path] = `${mtimeMs}/${size}`;
    }
  }
  return files;
}

function walk(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(path);
    return path.endsWith('.d.ts') ? [] : [path];
  });
}

function outputOf(path) {
  const { folder, target } = SOURCES.find((source) => path.startsWith(`${source.folder}/`));
  return join(DIST, target, path.slice(folder.length + 1).replace(/\.ts$/, '.js'));
}

async function loadCompiler() {
  const swc = createRequire(import.meta.url).resolve('@swc/core');
  return (await import(pathToFileURL(swc).href)).default;
}

async function compile(path, transformFile) {
  const output = outputOf(path);
  mkdirSync(dirname(output), { recursive: true });
  if (!path.endsWith('.ts')) {
    copyFileSync(join(ROOT, path), output);
    return;
  }
  const { code, map } = await transformFile(join(ROOT, path), {
    root: ROOT,
    sourceFileName: relative(dirname(output), join(ROOT, path)),
  });
  const name = output.slice(output.lastIndexOf('/') + 1);
  replaceFile(`${output}.map`, map);
  replaceFile(output, `${code}//# sourceMappingURL=${name}.map\n`);
}

/** A reader sees the old file or the new one, never half of it. */
function replaceFile(path, content) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

function removeOutput(path) {
  const output = outputOf(path);
  rmSync(output, { force: true });
  rmSync(`${output}.map`, { force: true });
}

/** So that `../src/x.js`, as bench/ says it, is the same module in dist/. */
function linkSources() {
  mkdirSync(DIST, { recursive: true });
  const link = join(DIST, 'src');
  if (!existsSync(link)) symlinkSync('.', link, 'junction');
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
