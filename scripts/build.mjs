// `npm run build`: the program, the console and the pages of the documentation.
import { pathToFileURL } from 'node:url';
import { consoleBuild } from './build-console.mjs';
import { docsBuild } from './build-docs.mjs';
import { buildProgram, isProgramBuilt } from './build-program.mjs';
import { exclusively } from './exclusive.mjs';

const PROGRAM = { isFresh: isProgramBuilt, build: buildProgram };
const PAGES = [consoleBuild, docsBuild];

/** Whether all is built from the sources as they are; without `pages`, the program alone is looked at. */
export function isBuilt({ pages }) {
  return partsOf(pages).every(({ isFresh }) => isFresh());
}

/** Builds what has changed since the last time: the program, and with `pages` what browsers are shown. */
export async function build({ pages }) {
  for (const part of partsOf(pages)) await part.build();
}

function partsOf(pages) {
  return pages ? [PROGRAM, ...PAGES] : [PROGRAM];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await exclusively(() => build({ pages: true }));
