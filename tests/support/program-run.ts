import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ADMIN_TOKEN } from '../../bench/admin-key.js';

type LogLine = Readonly<Record<string, unknown>>;

/** One run of the program in a process of its own, with nothing set but what is given. */
export class ProgramRun {
  readonly process;
  /** Settles when it has ended, with its exit code. */
  readonly exit: Promise<number | null>;
  /** What it said on standard error, when it has ended. */
  readonly complaint: Promise<string>;
  private readonly log: LogLine[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(environment: Readonly<Record<string, string>>) {
    const quiet = { PORT: '0', DEMO: 'off', BOOTSTRAP_TOKEN: ADMIN_TOKEN };
    const env = { ...quiet, PATH: process.env['PATH'], ...environment };
    this.process = spawn(process.execPath, ['dist/main.js'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exit = once(this.process, 'close').then(([code]) => (code === null ? null : Number(code)));
    this.complaint = this.process.stderr
      .setEncoding('utf8')
      .toArray()
      .then((parts) => parts.join(''));
    createInterface(this.process.stdout).on('line', (line) => {
      this.log.push(JSON.parse(line) as LogLine);
      for (const look of this.waiting) look();
    });
  }

  /** The first line of the log whose message begins with `message`. Throws if it ends without one. */
  async says(message: string): Promise<LogLine> {
    const { promise, resolve } = Promise.withResolvers<LogLine>();
    const look = (): void => {
      const line = this.log.find(({ msg }) => String(msg).startsWith(message));
      if (line) resolve(line);
    };
    this.waiting.add(look);
    look();
    const failed = this.exit.then(async () => {
      throw new Error(`the program ended without a word of "${message}": ${await this.complaint}`);
    });
    return Promise.race([promise, failed]).finally(() => this.waiting.delete(look));
  }

  /** Its address, once it serves. */
  async ready(): Promise<string> {
    const { url } = await this.says('Paceline is ready');
    return String(url);
  }
}
