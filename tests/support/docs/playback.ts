import { expect } from '@jest/globals';
import { OperationTypeNode, getOperationAST, parse } from 'graphql';
import { CONFIG_VARIABLES } from '../../../src/config.js';
import { readFileSync } from 'node:fs';
import type { Block } from './document.js';
import type { Shell } from './shell.js';
import { Shortened } from './shortened.js';
import type { PageClient } from './page-client.js';

/** What pages call the first key, in commands and in the environment of programs. */
export const PAGE_KEY = 'KEY';

/** Does what a page shows, block by block, and compares what comes of it with what the page says. */
export class Playback {
  private readonly shortened = new Shortened();
  private variables: Readonly<Record<string, unknown>> = {};
  private answer: unknown;
  private output = '';
  private isBroken = false;

  constructor(
    private readonly client: PageClient,
    private readonly shell: Shell,
  ) {}

  /** `next` is the block that follows: what it shows is not refused here. */
  async play(block: Block, next: Block | undefined): Promise<void> {
    // What follows a block that failed would only repeat it in other words.
    if (this.isBroken) throw new Error('an earlier block of the page is not as shown');
    this.isBroken = true;
    await this.act(block, next);
    this.isBroken = false;
  }

  private async act({ kind, text }: Block, next: Block | undefined): Promise<void> {
    switch (kind) {
      case 'graphql':
        await this.send(text, next?.kind === 'json answer');
        return;
      case 'json variables':
        this.variables = JSON.parse(this.shortened.inFull(text)) as Record<string, unknown>;
        return;
      case 'json answer':
        this.compare(text, this.answer);
        return;
      case 'json event':
        this.compare(text, await this.client.nextEvent());
        return;
      case 'sh':
        this.keep(await this.shell.run(this.atServer(text)), next?.kind === 'text output');
        return;
      case 'js':
        this.keep(await this.shell.runProgram(this.atServer(text)), next?.kind === 'text output');
        return;
      case 'text output':
        expectPrinted(this.output, text);
        return;
      case 'sh not-run':
        expectKnownNames(text);
        return;
      case 'mermaid':
    }
  }

  private async send(text: string, isShown: boolean): Promise<void> {
    const query = this.shortened.inFull(text);
    const request = { query, variables: this.variables };
    this.variables = {};
    const operation = getOperationAST(parse(query));
    if (operation?.operation === OperationTypeNode.SUBSCRIPTION) {
      await this.client.subscribe(request);
      return;
    }
    this.answer = await this.client.send(request);
    if (!isShown) expect(refusalsIn(this.answer)).toEqual([]);
  }

  private compare(text: string, actual: unknown): void {
    expect(actual).toEqual(this.shortened.fitted(JSON.parse(text), actual));
  }

  private keep(output: string, isShown: boolean): void {
    this.output = output;
    if (!isShown) expect(output).not.toMatch(/^exit code/m);
  }

  private atServer(text: string): string {
    return this.shortened
      .inFull(text)
      .replaceAll('http://127.0.0.1:4000', this.client.url)
      .replaceAll('ws://127.0.0.1:4000', this.client.url.replace(/^http/, 'ws'));
  }
}

/** `…` in a printed line stands for anything. */
function expectPrinted(output: string, text: string): void {
  const printed = output.trimEnd().split('\n');
  const expected = text.trimEnd().split('\n');
  const fitted = expected.map((words, i) => {
    const line = printed[i] ?? '';
    return new RegExp(`^${words.split('…').map(RegExp.escape).join('.*')}$`).test(line)
      ? line
      : words;
  });
  expect(printed).toEqual(fitted);
}

function refusalsIn(answer: unknown): readonly unknown[] {
  const { errors = [], data } = answer as { errors?: readonly unknown[]; data?: object | null };
  const payloads: readonly unknown[] = Object.values(data ?? {});
  return [...errors, ...payloads.flatMap((payload) => userErrorsOf(payload))];
}

function userErrorsOf(payload: unknown): readonly unknown[] {
  const { userErrors = [] } = Object(payload) as { userErrors?: readonly unknown[] };
  return userErrors;
}

/** The project's own commands and variables, in commands that no test can run. */
function expectKnownNames(text: string): void {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  const commands = [...text.matchAll(/npm (?:run )?(?:-s )?([\w:]+)/g)].map(([, name]) => name);
  const variables = [...text.matchAll(/\b([A-Z][A-Z_]+)=/g)].map(([, name]) => name);
  expect([...Object.keys(scripts), 'ci', 'install']).toEqual(expect.arrayContaining(commands));
  expect([...CONFIG_VARIABLES, PAGE_KEY]).toEqual(expect.arrayContaining(variables));
}
