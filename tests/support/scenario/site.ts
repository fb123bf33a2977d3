import { TestApp, type LogLine } from '../test-app.js';

/** What a scenario is played on: the whole program, in however many processes. */
export interface Site {
  /** Where to send the next request, or connect. */
  readonly url: string;
  /** What it has logged. */
  readonly log: readonly LogLine[];
  /** Starts it, or starts it again, with these variables. */
  start(environment: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
  /** What is there only where others than whoever answers requests move time and run jobs. */
  readonly workers?: SiteWorkers;
}

/** The workers of a site. */
export interface SiteWorkers {
  /** Moves the clock of all processes, doing on the way all that falls due. */
  setClock(at: string): Promise<void>;
  /** Runs a job in each. */
  runJob(name: string): Promise<void>;
  /** How many things in the database are not as they must be. */
  countFaults(): Promise<number>;
}

let makeSite = (): Site => new TestApp();

/** From here on, scenarios of this test file are played on what this makes. */
export function playScenariosOn(make: () => Site): void {
  makeSite = make;
}

export function newSite(): Site {
  return makeSite();
}
