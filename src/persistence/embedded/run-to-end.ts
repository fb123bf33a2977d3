import { spawn } from 'node:child_process';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Command } from './server-account.js';

/** What PostgreSQL's programs may know of our environment: nothing but where commands are. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Runs a program to its end. Throws {@link EmbeddedPostgresError} with its output if it fails. */
export async function runToEnd(command: Command): Promise<void> {
  const { file, args, identity } = command;
  const child = spawn(file, args, {
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...identity,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new EmbeddedPostgresError(`${args.join(' ')} failed (${code ?? 'killed'}):\n${output}`);
}
