import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BroadcastCommand } from './bare-broadcast-process.js';

/** A bare `ws` server in a process of its own, which sends one text to one group of sockets at a time. */
export interface BareBroadcast {
  readonly pid: number;
  /** Where a group's sockets come to. */
  url(group: number): string;
  /** Sends the text to the next group, again and again. */
  begin(text: string, everyMs: number): void;
  end(): void;
}

export async function startBareBroadcast(endings: AsyncDisposableStack): Promise<BareBroadcast> {
  const child = fork(join(import.meta.dirname, 'bare-broadcast-process.js'));
  const gone = once(child, 'exit');
  endings.defer(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  const tell = (command: BroadcastCommand): void => void child.send(command);
  const listening = once(child, 'message');
  tell({ kind: 'LISTEN' });
  const [port] = (await listening) as [number];
  return {
    pid: child.pid ?? 0,
    url: (group) => `ws://127.0.0.1:${port}/${group}`,
    begin: (text, everyMs) => {
      tell({ kind: 'BEGIN', text, everyMs });
    },
    end: () => {
      tell({ kind: 'END' });
    },
  };
}
