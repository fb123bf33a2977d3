import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { docsPage } from './docs/page.mjs';
import { renderMarkdown } from './docs/render-markdown.mjs';
import { filesOfSite, outputOf, pagesOfSite } from './docs/site.mjs';
import { folderBuild } from './folder-build.mjs';
import { ROOT } from './project.mjs';
import { filesIn } from './sources.mjs';

const ASSETS = {
  'docs.css': 'scripts/docs/docs.css',
  'icon.svg': 'src/http/playground/assets/icon.svg',
};
const MADE_BY = ['scripts/docs', 'scripts/build-docs.mjs', 'scripts/compress-files.mjs'];

/** dist/docs: the documentation as pages, made of README.md, CHANGELOG.md and docs/. */
export const docsBuild = folderBuild({ name: 'docs', sources, make });

function sources() {
  const pages = pagesOfSite();
  if (pages.length === 0) return [];
  const read = [...pages, ...filesOfSite()].map(({ source }) => source);
  return [...read, ...[...Object.values(ASSETS), ...MADE_BY].flatMap(filesIn)];
}

async function make(folder) {
  // Loaded here, as these scripts run before anything is installed.
  const { Marked } = await import('marked');
  const pages = pagesOfSite();
  const files = filesOfSite();
  const addresses = new Map([...pages, ...files].map(({ source, address }) => [source, address]));
  for (const page of pages) {
    const text = readFileSync(join(ROOT, page.source), 'utf8');
    const place = { source: page.source, addresses };
    const rendered = renderMarkdown(text, { Marked, place });
    write(folder, outputOf(page), docsPage({ page, rendered, pages }));
  }
  for (const file of files) copy(file.source, folder, outputOf(file));
  for (const [name, source] of Object.entries(ASSETS)) copy(source, folder, `assets/${name}`);
}

function write(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function copy(source, folder, path) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  copyFileSync(join(ROOT, source), join(folder, path));
}
