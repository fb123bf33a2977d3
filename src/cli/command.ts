import type { Command } from 'commander';
import type { Caller } from '../domain/access/caller.js';
import type { LinkKernel } from '../services/access-kernel.js';
import type { BookKernel } from '../services/kernel.js';
import type { Watcher } from '../services/progress.js';

/** What happened, for people and for programs. */
export interface CommandResult {
  /** Whether the command did what it is for; if not, the exit code is 1. */
  readonly ok: boolean;
  /** What happened, a line each. */
  readonly lines: readonly string[];
  /** What to do next, a line each. */
  readonly next: readonly string[];
  /** The same for programs, as plain JSON. */
  readonly facts: object;
}

/** What a command works with. */
export interface CommandRun {
  readonly kernel: BookKernel & LinkKernel;
  /**
   * On whose behalf it works in an agency: the one with this id or name, or the only one there is if
   * null. Throws InputError where that is none or several.
   */
  readonly callerIn: (agency: string | null) => Promise<Caller>;
  /** By what the audit log knows this run. */
  readonly requestId: string;
  /** The migrations that ran when the database was opened. */
  readonly migrations: readonly string[];
  readonly watcher: Watcher;
  /** Shows a line at once, above the progress. */
  readonly note: (line: string) => void;
}

/** A management command: its words, and what it does. */
export interface ManagementCommand {
  /** Its name, description, arguments and options; `--json` and `--help` are added. */
  readonly create: () => Command;
  /** READ_ONLY: leaves the database as it is, its schema too. */
  readonly schema: 'MIGRATED' | 'READ_ONLY';
  /**
   * Reads what was given, before anything is opened, and returns the work. Throws InputError for
   * bad usage.
   */
  readonly prepare: (given: Command) => (run: CommandRun) => Promise<CommandResult>;
}

/** Commands about one thing, such as `key create` and `key list`. */
export interface CommandGroup {
  /** Its name and description. */
  readonly create: () => Command;
  readonly commands: readonly ManagementCommand[];
}
