import { afterEach } from '@jest/globals';
import { type Program, startProgram } from '../../../bench/chaos/program.js';

/** Starts programs in processes of their own; those that a test leaves running end with it. */
export function usePrograms(): typeof startProgram {
  const started: Promise<Program>[] = [];
  afterEach(async () => {
    for (const outcome of await Promise.allSettled(started.splice(0))) {
      if (outcome.status === 'fulfilled') await outcome.value.end('SIGKILL');
    }
  });
  return (environment) => {
    const program = startProgram(environment);
    started.push(program);
    return program;
  };
}
