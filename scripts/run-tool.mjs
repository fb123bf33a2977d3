import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { MODULES, ROOT } from './project.mjs';
import { runtime, runtimeEnvironment } from './runtime.mjs';

/** Runs a package's program under the project's Node to its end. Gives its exit code and what it wrote. */
export function runTool({ bin, args, environment = {} }) {
  return new Promise((resolve) => {
    const child = spawn(runtime(), [join(MODULES, bin), ...args], {
      cwd: ROOT,
      env: runtimeEnvironment({ NO_COLOR: '1', ...environment }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
