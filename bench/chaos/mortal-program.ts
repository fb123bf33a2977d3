import { type Program, type ProgramEnvironment, startProgram } from './program.js';

/** A program that is killed now and then, and comes back on the same database. */
export class MortalProgram {
  /** How long each start after a kill took until it was ready. */
  readonly restartsMs: number[] = [];

  private constructor(
    private readonly environment: ProgramEnvironment,
    private current: Promise<Program>,
  ) {}

  static async start(environment: ProgramEnvironment): Promise<MortalProgram> {
    const first = startProgram(environment);
    await first;
    return new MortalProgram(environment, first);
  }

  /** Where it serves, as soon as it does. */
  async url(): Promise<string> {
    return (await this.current).url;
  }

  /** Kills it at once and starts it again. */
  async killAndRestart(): Promise<void> {
    const victim = this.current;
    // Whoever asks for the address from now on waits for the next one.
    this.current = this.replace(victim);
    await this.current;
  }

  /** Lets it end in order; gives its exit code. */
  async stop(): Promise<number | null> {
    return (await this.current).end('SIGTERM');
  }

  private async replace(victim: Promise<Program>): Promise<Program> {
    await (await victim).end('SIGKILL');
    const startedAt = performance.now();
    const next = await startProgram(this.environment);
    this.restartsMs.push(Math.round(performance.now() - startedAt));
    return next;
  }
}
