import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { LogLine } from '../test-app.js';

type Message =
  | { readonly line: string }
  | { readonly id: number; readonly result?: unknown; readonly failure?: string };

/** A process that runs the program as often as it is told, each time with another environment. */
export class Host {
  /** What the program logged since it was last started. */
  readonly log: LogLine[] = [];
  private readonly process: ChildProcess;
  /** Settles when it has loaded the program. */
  readonly ready: Promise<unknown>;
  private readonly gone: Promise<unknown>;
  private readonly answers = new Map<number, PromiseWithResolvers<unknown>>();
  private asked = 0;
  /** Where the program serves. */
  url = '';

  constructor() {
    // What is for the tests' own process is not for this one.
    const env = { ...process.env, NODE_OPTIONS: '' };
    this.process = fork('tests/support/host-process.mjs', { env });
    this.gone = once(this.process, 'exit');
    this.process.on('message', (message: Message) => {
      this.hear(message);
    });
    this.ready = this.answerTo(0);
  }

  async start(environment: Readonly<Record<string, string>>): Promise<void> {
    this.log.length = 0;
    this.url = String(await this.tell('start', environment));
  }

  /** Tells it to do something; see the verbs of the process. Throws if that fails there. */
  async tell(verb: string, argument?: unknown): Promise<unknown> {
    this.asked += 1;
    const answer = this.answerTo(this.asked);
    if (this.process.connected) this.process.send({ id: this.asked, verb, argument });
    return answer;
  }

  async end(): Promise<void> {
    if (this.process.connected) this.process.disconnect();
    await this.gone;
  }

  /** What it says under this number; throws if it ends without a word. */
  private async answerTo(id: number): Promise<unknown> {
    const answer = Promise.withResolvers<unknown>();
    this.answers.set(id, answer);
    const silence = this.gone.then(() => {
      throw new Error('a process of the scenario has ended');
    });
    return Promise.race([answer.promise, silence]);
  }

  private hear(message: Message): void {
    if ('line' in message) {
      this.log.push(JSON.parse(message.line) as LogLine);
      return;
    }
    const { id, result, failure } = message;
    if (failure === undefined) this.answers.get(id)?.resolve(result);
    else this.answers.get(id)?.reject(new Error(failure));
    this.answers.delete(id);
  }
}
