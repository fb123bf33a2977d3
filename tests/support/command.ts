import { execFile } from 'node:child_process';

/** How a command ended, and what it said. */
export interface EndedCommand {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a management command on a database as the launcher does, in a process of its own. */
export function runCommand(databaseUrl: string, args: readonly string[]): Promise<EndedCommand> {
  const env = {
    PATH: process.env['PATH'],
    NODE_COMPILE_CACHE: 'node_modules/.cache/node-compile',
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: 'https://paceline.example.com',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/cli/main.js', ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** What a command with `--json` answered, and how it ended. */
export async function runForJson(
  databaseUrl: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly facts: unknown }> {
  const { code, stdout, stderr } = await runCommand(databaseUrl, [...args, '--json']);
  try {
    const facts: unknown = JSON.parse(stdout);
    return { code, facts };
  } catch (cause) {
    throw new Error(`no JSON: ${stdout} ${stderr}`, { cause });
  }
}
