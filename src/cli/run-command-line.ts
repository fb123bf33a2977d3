import { Command, CommanderError } from 'commander';
import type { Config } from '../config.js';
import { systemCaller } from '../domain/access/caller.js';
import type { LogLevel } from '../platform/logger.js';
import { onStopRequest } from '../platform/stop-requests.js';
import { agencyCommands } from './agency.js';
import { backupCommand } from './backup.js';
import { checkCommand } from './check.js';
import type { CommandGroup, CommandResult, CommandRun, ManagementCommand } from './command.js';
import { failureOf } from './failure.js';
import { importSpendCommand } from './import-spend.js';
import { keyCommands } from './key.js';
import { migrateCommand } from './migrate.js';
import { ProgressView } from './progress-view.js';
import { resetBudgetsCommand } from './reset-budgets.js';
import { restoreCommand } from './restore.js';
import { seedCommand } from './seed.js';
import { simulateCommand } from './simulate.js';
import { userCommands } from './user.js';
import { verifyCommand } from './verify.js';

const COMMANDS: readonly (ManagementCommand | CommandGroup)[] = [
  migrateCommand,
  seedCommand,
  simulateCommand,
  checkCommand,
  resetBudgetsCommand,
  importSpendCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  agencyCommands,
  userCommands,
  keyCommands,
];

/** What goes to standard output, and how the process ends: 0, 1 (failed) or 2 (bad usage). */
interface Ending {
  readonly exitCode: 0 | 1 | 2;
  readonly output: string;
}

/** Runs the command that the arguments name, says what happened and what to do next, and exits. */
export async function runCommandLine(args: readonly string[]): Promise<never> {
  const { exitCode, output } = await endingOf(args);
  await new Promise((resolve) => process.stdout.write(output, resolve));
  process.exit(exitCode);
}

async function endingOf(args: readonly string[]): Promise<Ending> {
  let ending: Ending = { exitCode: 0, output: '' };
  const program = new Command('npm run paceline --')
    .description('Manages a Paceline: its database, its budgets, its data.')
    .usage('COMMAND [options]')
    .helpCommand(false)
    .exitOverride();
  const end: End = (come) => {
    ending = come;
  };
  for (const command of COMMANDS) addWords(program, command, end);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { exitCode: error.exitCode === 0 ? 0 : 2, output: '' };
  }
  return ending;
}

/** Is told how the command ended. */
type End = (ending: Ending) => void;

/** Lets the program understand a command, or a group of commands. */
function addWords(program: Command, command: ManagementCommand | CommandGroup, end: End): void {
  const words = command.create();
  words.copyInheritedSettings(program).showHelpAfterError('Add --help to see what there is.');
  if ('commands' in command) {
    words.helpCommand(false);
    for (const one of command.commands) addWords(words, one, end);
  } else {
    words.option('--json', 'print the result as JSON').action(async () => {
      end(await runCommand(command, words));
    });
  }
  program.addCommand(words);
}

async function runCommand(command: ManagementCommand, given: Command): Promise<Ending> {
  const asJson = given.opts<{ json?: true }>().json === true;
  const view = new ProgressView(process.stderr);
  try {
    const work = command.prepare(given);
    const result = await atWork(command, view, work);
    view.clear();
    return { exitCode: result.ok ? 0 : 1, output: asJson ? jsonOf(result) : textOf(result) };
  } catch (error) {
    view.clear();
    const { exitCode, message } = failureOf(error);
    process.stderr.write(`${message}\n`);
    return { exitCode, output: asJson ? `${JSON.stringify({ ok: false, error: message })}\n` : '' };
  }
}

async function atWork(
  command: ManagementCommand,
  view: ProgressView,
  work: (run: CommandRun) => Promise<CommandResult>,
): Promise<CommandResult> {
  // Help and bad usage are answered without all this.
  const [{ loadConfig }, { createLogger }, { openForCommand }] = await Promise.all([
    import('../config.js'),
    import('../platform/logger.js'),
    import('../open-for-command.js'),
  ]);
  const config = loadConfig();
  const log = createLogger({ level: levelOf(config.logLevel), destination: process.stderr });
  const stop = new AbortController();
  onStopRequest(() => {
    stop.abort();
  });
  const site = await openForCommand(config, { log, schema: command.schema });
  const { chooseAgency } = await import('../services/agencies/choose-agency.js');
  const requestId = `command ${process.pid}`;
  try {
    return await work({
      ...site,
      kernel: { ...site.kernel, credentials: NOBODY_HERE, publicUrl: () => publicUrlOf(config) },
      requestId,
      callerIn: async (agency) => {
        const { id } = await chooseAgency(site.kernel, agency);
        return systemCaller(id, requestId, 'command');
      },
      watcher: {
        onProgress: (step) => {
          view.show(step);
        },
        signal: stop.signal,
      },
      note: (line) => {
        view.note(line);
      },
    });
  } finally {
    await site.close();
  }
}

/** A command has no doors: other processes notice within seconds what it changed about who comes in. */
const NOBODY_HERE = { forget: () => undefined };

/** Where people will find the program, as far as a command can tell. */
function publicUrlOf({ publicUrl, port }: Config): string {
  return publicUrl ?? `http://localhost:${port}`;
}

/** A command says itself what it does: of the log only what is wrong, unless somebody asks for more. */
function levelOf(level: LogLevel): LogLevel {
  return level === 'info' ? 'warn' : level;
}

function jsonOf({ ok, facts }: CommandResult): string {
  return `${JSON.stringify({ ok, ...facts }, null, 2)}\n`;
}

function textOf({ lines, next }: CommandResult): string {
  const advice = next.length === 0 ? [] : ['', ...next];
  return `${[...lines, ...advice].join('\n')}\n`;
}
