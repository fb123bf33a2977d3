import { Command, CommanderError } from 'commander';
import { SYSTEM_ACTOR } from '../domain/access/caller.js';
import { DEFAULT_AGENCY_ID } from '../domain/access/default-agency.js';
import type { LogLevel } from '../platform/logger.js';
import { onStopRequest } from '../platform/stop-requests.js';
import { backupCommand } from './backup.js';
import { checkCommand } from './check.js';
import type { CommandResult, CommandRun, ManagementCommand } from './command.js';
import { failureOf } from './failure.js';
import { importSpendCommand } from './import-spend.js';
import { migrateCommand } from './migrate.js';
import { ProgressView } from './progress-view.js';
import { resetBudgetsCommand } from './reset-budgets.js';
import { restoreCommand } from './restore.js';
import { seedCommand } from './seed.js';
import { simulateCommand } from './simulate.js';
import { verifyCommand } from './verify.js';

const COMMANDS: readonly ManagementCommand[] = [
  migrateCommand,
  seedCommand,
  simulateCommand,
  checkCommand,
  resetBudgetsCommand,
  importSpendCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
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
  for (const command of COMMANDS) {
    const words = command.create().option('--json', 'print the result as JSON');
    words.copyInheritedSettings(program).showHelpAfterError('Add --help to see what there is.');
    words.action(async () => {
      ending = await runCommand(command, words);
    });
    program.addCommand(words);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { exitCode: error.exitCode === 0 ? 0 : 2, output: '' };
  }
  return ending;
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
  const requestId = `command ${process.pid}`;
  try {
    return await work({
      ...site,
      caller: { agencyId: DEFAULT_AGENCY_ID, actor: SYSTEM_ACTOR, requestId },
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
