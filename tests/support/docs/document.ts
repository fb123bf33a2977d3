import { readFileSync } from 'node:fs';

/** What is done with a fenced block of a document, by what follows its three backticks. */
export const BLOCK_KINDS = {
  /** An operation that is sent. A subscription stays open. */
  graphql: 'the operation is accepted',
  /** The variables of the operation that follows. */
  'json variables': 'the variables are JSON',
  /** What the operation before is answered. */
  'json answer': 'the answer is as shown',
  /** What the open subscription delivers next. */
  'json event': 'the event is as shown',
  /** A command that is run. */
  sh: 'the command succeeds',
  /** A program that is run. */
  js: 'the program succeeds',
  /** What the command or program before prints. */
  'text output': 'the output is as shown',
  /** A command that does not end, or needs what a test does not have. */
  'sh not-run': 'the command names what is there',
  /** A picture. */
  mermaid: 'the picture is a block of its own',
} as const;

export type BlockKind = keyof typeof BLOCK_KINDS;

/** A fenced block of a document. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  /** Where it begins. */
  readonly line: number;
}

/** A page of the documentation. */
export interface Document {
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

const FENCED = /^```(.*)\n([\s\S]*?)^```$/gm;

/** Reads a page. Throws for a block that nobody would look after. */
export function readDocument(path: string): Document {
  const text = readFileSync(path, 'utf8');
  const blocks = [...text.matchAll(FENCED)].map((match) => {
    const [, kind = '', content = ''] = match;
    const line = text.slice(0, match.index).split('\n').length;
    if (!isKind(kind)) throw new Error(`${path}:${line} begins a block of no known kind: ${kind}`);
    return { kind, text: content, line };
  });
  return { path, text, blocks };
}

/**
 * The rows of the tables below a heading, up to the next one of its level: titles and all, each as its
 * cells without the marks of code. Throws if there is no such heading.
 */
export function rowsBelow(document: Document, heading: string): readonly (readonly string[])[] {
  const rows = [...sectionOf(document, heading).matchAll(/^\|(.+)\|$/gm)];
  return rows
    .map(([, cells = '']) => cells.split('|').map((cell) => cell.trim().replaceAll('`', '')))
    .filter(([first = '']) => !/^-+$/.test(first));
}

/** The part of a page below a heading, up to the next one of its level. Throws if there is none. */
export function sectionOf({ path, text }: Document, heading: string): string {
  const [level = ''] = heading.split(' ');
  const start = `\n${text}`.indexOf(`\n${heading}\n`);
  if (start === -1) throw new Error(`${path} has no heading ${heading}`);
  const [section = ''] = text.slice(start + heading.length + 1).split(`\n${level} `);
  return section;
}

/** At which instant the server of a page stands still. Throws for a page that does not say so. */
export function testClockOf({ path, blocks }: Document): string {
  const commands = blocks.filter(({ kind }) => kind === 'sh not-run').map(({ text }) => text);
  const [, instant] = /\bTEST_CLOCK=(\S+)/.exec(commands.join('')) ?? [];
  if (instant === undefined) throw new Error(`${path} does not start a server with TEST_CLOCK`);
  return instant;
}

function isKind(kind: string): kind is BlockKind {
  return kind in BLOCK_KINDS;
}
