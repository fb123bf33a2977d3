import { posix } from 'node:path';
import { filesIn } from '../sources.mjs';

// What comes first in the navigation, in this order; the decisions are listed by their own index.
const ORDER = [
  ['README.md', 'Start here'],
  ['docs/domain.md', 'The words'],
  ['docs/console.md', 'The console'],
  ['docs/console-measured.md', 'The console, measured'],
  ['docs/api.md', 'API'],
  ['docs/operations.md', 'Operations'],
  ['docs/security.md', 'Security'],
  ['docs/architecture.md', 'Architecture'],
  ['docs/performance.md', 'Performance'],
  ['docs/scaling.md', 'Scaling'],
  ['docs/decisions/README.md', 'Decisions'],
  ['CHANGELOG.md', 'Changelog'],
  ['docs/README.md', 'About these pages'],
];
/** What pages link to besides each other; served as it is. */
const ATTACHED = [
  'src/schema/schema.graphql',
  '.env.example',
  'docker-compose.yml',
  'LICENSE',
  ...filesIn('docs/images'),
];

/** Every page by the path of its source, with its address and its place in the navigation. */
export function pagesOfSite() {
  const sources = ['README.md', 'CHANGELOG.md', ...filesIn('docs')].flatMap(filesIn);
  return sources
    .filter((source) => source.endsWith('.md'))
    .map((source) => {
      const place = ORDER.findIndex(([path]) => path === source);
      return { source, address: addressOf(source), place, label: ORDER[place]?.[1] ?? null };
    })
    .toSorted((one, other) => one.place - other.place);
}

/** Every other file by the path of its source, with its address. */
export function filesOfSite() {
  return ATTACHED.flatMap(filesIn).map((source) => ({ source, address: `/docs/files/${source}` }));
}

/** Where the file behind an address of the site is within its folder. */
export function outputOf({ source, address }) {
  if (!source.endsWith('.md')) return address.slice('/docs/'.length);
  return address === '/docs' ? 'index.html' : `${address.slice('/docs/'.length)}.html`;
}

/**
 * What a link of a page is on the site; null where it leads to what is not served. What is elsewhere
 * stays as it is.
 */
export function resolveLink(href, { source, addresses }) {
  if (/^[a-z]+:/.test(href) || href.startsWith('#')) return href;
  const [path, heading] = href.split('#');
  const target = posix.join(posix.dirname(source), path).replace(/\/$/, '');
  const address = addresses.get(target) ?? addresses.get(`${target}/README.md`);
  if (address === undefined) return null;
  return heading === undefined ? address : `${address}#${heading}`;
}

/** README.md is the front, docs/api.md is /docs/api, and the index of a folder is the folder. */
function addressOf(source) {
  if (source === 'README.md') return '/docs';
  if (source === 'docs/README.md') return '/docs/about';
  const path = source.replace(/^docs\//, '').replace(/(?:\/README)?\.md$/, '');
  return `/docs/${path}`;
}
