import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { Estate } from '../estate/estate.js';
import type { Contender } from '../rounds.js';
import { PGBENCH_CLIENTS, pgbenchScript, type ScriptSettings } from './pgbench-scripts.js';

const MS_PER_SECOND = 1_000;
/** Debian's package and the program in it: no wrapper, which would look for a server. */
const PACKAGE = 'postgresql-client-15';
const PROGRAM = '/usr/lib/postgresql/15/bin/pgbench';

/** pgbench, with one transaction an event, on an estate. */
export class Pgbench implements Contender {
  readonly name: string;

  constructor(
    private readonly estate: Estate,
    private readonly settings: ScriptSettings,
  ) {
    this.name = `pgbench, ${settings.script}`;
  }

  async run(durationMs: number): Promise<number> {
    const startedAt = performance.now();
    const folder = mkdtempSync(join(tmpdir(), 'paceline-pgbench-'));
    const script = join(folder, 'event.sql');
    writeFileSync(script, pgbenchScript(this.settings));
    try {
      const perSecond = await this.runScript(script, Math.round(durationMs / MS_PER_SECOND));
      // As if it had been connected from the beginning, as the others are.
      return (perSecond * (performance.now() - startedAt)) / MS_PER_SECOND;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  private async runScript(script: string, seconds: number): Promise<number> {
    const options = ['--no-vacuum', '--protocol=prepared', `--client=${PGBENCH_CLIENTS}`];
    const what = [`--time=${seconds}`, `--file=${script}`, this.estate.superuserUrl];
    const child = spawn(await pgbenchPath(), [...options, ...what]);
    const [said, complained] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      child.exitCode === null ? once(child, 'exit') : undefined,
    ]);
    const [, rate] = /tps = ([\d.]+) \(without initial/.exec(said) ?? [];
    if (rate === undefined) throw new Error(`pgbench failed: ${complained}`);
    return Number(rate);
  }
}

interface DebianPrograms {
  debianProgram(wanted: { readonly program: string; readonly package: string }): string;
}

async function pgbenchPath(): Promise<string> {
  const script = pathToFileURL(resolve('scripts/debian-programs.mjs')).href;
  const { debianProgram } = (await import(script)) as DebianPrograms;
  return debianProgram({ program: PROGRAM, package: PACKAGE });
}
