import type { Estate } from '../estate/estate.js';
import type { Demand, Reading } from './reading.js';

/** Something that is measured by itself, and makes one line of the table or several. */
export interface Measure {
  /** What chooses it: `npm run bench -- NAME`. */
  readonly name: string;
  /** What it will find figures for, in the order of the table; none: it only adds a section. */
  readonly demands: readonly Demand[];
  /** Throws if it cannot be measured; what it defers to `bench.endings` is done in any case. */
  run(bench: Bench): Promise<Outcome>;
}

/** What a measure found. */
export interface Outcome {
  /** One for each of its demands. */
  readonly readings: readonly Reading[];
  /** Markdown below the table, with a heading of the second level, for what is no single figure. */
  readonly section?: string;
}

/** What a measure works with: everything here is its own and goes when it has ended. */
export interface Bench {
  /**
   * A database with so many campaigns, 20 a brand, all ACTIVE with caps that no run reaches. Those of
   * one size are copies of one that is made once a run; 0: migrated, with the agency alone.
   */
  estate(campaigns: number): Promise<Estate>;
  /** How what the measure started is to end, last first; also when the run is broken off. */
  readonly endings: AsyncDisposableStack;
  /** Says on standard error how far it has come. */
  say(text: string): void;
}

/** How often everything is measured, each time one contender after the other: medians of these count. */
export const ROUNDS = 5;
