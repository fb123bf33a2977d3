import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';

const PROGRAM = 'tests/support/stop-request-process.mjs';

interface Started {
  child: ChildProcess;
  output: Readable;
}

async function start(): Promise<Started> {
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const output = child.stdout?.setEncoding('utf8');
  if (output === undefined) throw new Error('its output was asked for');
  await once(output, 'data');
  return { child, output };
}

async function restOf({ output }: Started): Promise<string> {
  const parts = await output.toArray();
  return parts.join('');
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s asks once, however often it comes',
  async (signal) => {
    const started = await start();
    for (let time = 0; time < 5; time += 1) started.child.kill(signal);
    expect(await restOf(started)).toBe(`${signal}\n`);
  },
);

test('the end of the launcher asks too', async () => {
  const started = await start();
  started.child.disconnect();
  expect(await restOf(started)).toBe('PARENT_GONE\n');
});
