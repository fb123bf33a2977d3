import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, ROOT } from './project.mjs';
import { filesIn, readJson, replaceFile, stampsOf } from './sources.mjs';

const MANIFEST = join(DIST, '.build.json');
// src/x.ts becomes dist/x.js, bench/y.ts dist/bench/y.js.
const SOURCES = [
  { folder: 'src', target: '' },
  { folder: 'bench', target: 'bench' },
];

/** Whether dist/ is made of the sources as they are. Costs a few milliseconds. */
export function isProgramBuilt() {
  return programState().fresh;
}

/** Brings dist/ up to date with the sources: compiles what changed, removes what is gone. */
export async function buildProgram() {
  const { fresh, wanted, built } = programState();
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

function programState() {
  const wanted = { settings: settings(), files: sourceFiles() };
  const built = readJson(MANIFEST) ?? { settings: '', files: {} };
  const fresh = JSON.stringify(wanted) === JSON.stringify(built);
  return { fresh, wanted, built };
}

function settings() {
  const { version } = readJson(join(ROOT, 'node_modules/@swc/core/package.json')) ?? {};
  return `${version}\n${readFileSync(join(ROOT, '.swcrc'), 'utf8')}`;
}

function sourceFiles() {
  const paths = SOURCES.flatMap(({ folder }) => filesIn(folder));
  return stampsOf(paths.filter((path) => !path.endsWith('.d.ts')));
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
