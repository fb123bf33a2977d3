import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type {
  SubscriberCommand,
  SubscriberGroup,
  SubscriberReport,
} from './subscriber-protocol.js';

/** Many subscribers, all in one process of their own. One command at a time. */
export class Subscribers {
  private readonly ended: Promise<never>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit').then(() => {
      throw new Error('the subscribers have ended');
    });
    this.ended.catch(() => undefined);
  }

  static start(endings: AsyncDisposableStack): Subscribers {
    const subscribers = new Subscribers(fork(join(import.meta.dirname, 'subscriber-process.js')));
    endings.defer(() => subscribers.stop());
    return subscribers;
  }

  /** Opens sockets; returns when all are open and have sent what they want to hear. */
  async open(groups: readonly SubscriberGroup[]): Promise<void> {
    await this.command({ kind: 'OPEN', groups });
  }

  /** What has come since the last time. */
  read(): Promise<SubscriberReport> {
    return this.command({ kind: 'READ' });
  }

  private async command(command: SubscriberCommand): Promise<SubscriberReport> {
    const answer = once(this.child, 'message');
    this.child.send(command);
    const [report] = (await Promise.race([answer, this.ended])) as [SubscriberReport];
    return report;
  }

  private async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    // As it always does in the end: by having ended.
    await this.ended.catch(() => undefined);
  }
}

/** The address of a program's websockets. */
export function socketUrl(url: string): string {
  return `${url.replace(/^http/, 'ws')}/graphql`;
}
