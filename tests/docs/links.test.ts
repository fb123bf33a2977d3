import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const PAGES = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path)),
];

const SCRIPTS = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts,
);
const COMMANDS = readdirSync('src/cli').map((file) => file.replace(/\.ts$/, ''));

/** Links in the text, and those that are named at its end; none of what blocks and code hold. */
const LINK = /\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm;

describe.each(PAGES)('%s', (page) => {
  const text = proseOf(page);
  const links = [...text.matchAll(LINK)]
    .map(([, inline, named]) => inline ?? named ?? '')
    .filter((link) => !/^https?:/.test(link));

  test('links to what is there', () => {
    expect(links.filter((link) => !isThere(page, link))).toEqual([]);
  });

  test('names scripts and commands that there are', () => {
    const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    const commands = [...text.matchAll(/npm run paceline -- ([a-z-]+)/g)].map(([, name]) => name);
    expect(SCRIPTS).toEqual(expect.arrayContaining(scripts));
    expect(COMMANDS).toEqual(expect.arrayContaining(commands));
  });
});

test('the index of the documentation names every page', () => {
  const pages = readdirSync('docs').filter((name) => name.endsWith('.md') && name !== 'README.md');
  for (const page of pages) expect(proseOf('docs/README.md')).toContain(`](${page})`);
});

test('the index of the decisions names every decision with its title, in order', () => {
  const files = readdirSync('docs/decisions').filter((name) => /^\d{4}-/.test(name));
  const rows = files.toSorted().map((file) => {
    const [title = ''] = readFileSync(join('docs/decisions', file), 'utf8').split('\n');
    const [, number = '', text = ''] = /^# (\d{4}): (.+)$/.exec(title) ?? [];
    return `| [${number}](${file}) | ${text} |`;
  });
  const index = readFileSync('docs/decisions/README.md', 'utf8').replaceAll(/ +\|/g, ' |');
  expect(index.split('\n').filter((line) => line.startsWith('| ['))).toEqual(rows);
});

function isThere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), path));
  if (!existsSync(file)) return false;
  return heading === undefined || headingsOf(file).includes(heading);
}

/** The headings of a page as links name them. */
function headingsOf(page: string): readonly string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function proseOf(page: string): string {
  return readFileSync(page, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
}
