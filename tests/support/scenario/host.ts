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
  private readonly answers = new Map<number, PromiseWithResolvers<unknown>>();
  private asked = 0;
  /** Where the program serves. */
  url = '';

  constructor() {
    // What is for the tests' own process is not for this one.
    const env = { ...process.env, NODE_OPTIONS: '' };
    this.process = fork('tests/support/scenario/host-process.mjs', { env });
    this.answers.set(0, Promise.withResolvers());
    this.process.on('message', (message: Message) => {
      this.hear(message);
    });
    this.process.once('exit', () => {
      for (const { reject } of this.answers.values()) reject(new Error('the process has ended'));
    });
  }

  /** Resolves when it has loaded the program. */
  async ready(): Promise<void> {
    await this.answers.get(0)?.promise;
  }

  async start(environment: Readonly<Record<string, string>>): Promise<void> {
    this.log.length = 0;
    this.url = String(await this.tell('start', environment));
  }

  /** Tells it to do something; see the verbs of the process. Throws if that fails there. */
  async tell(verb: string, argument?: unknown): Promise<unknown> {
    this.asked += 1;
    const answer = Promise.withResolvers<unknown>();
    this.answers.set(this.asked, answer);
    this.process.send({ id: this.asked, verb, argument });
    return answer.promise;
  }

  async end(): Promise<void> {
    const gone = once(this.process, 'exit');
    this.process.disconnect();
    await gone;
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
