import { once } from 'node:events';
import { type Config, ConfigError, loadConfig } from './config.js';
import { createLogger, type Logger } from './platform/logger.js';
import { onStopRequest } from './platform/stop-requests.js';
import { startReport, welcomeText } from './start-report.js';

const FAILED = 1;
const BAD_USAGE = 2;
/** Whoever waits for the end kills after ten seconds: what has not ended by then is left. */
const STOP_LIMIT_MS = 9_500;

/** What one run of the program goes by. */
interface Run {
  readonly config: Config;
  readonly log: Logger;
  /** Aborted when somebody asks the program to stop. */
  readonly stop: AbortSignal;
  /** How what was started is to end, last first. */
  readonly endings: AsyncDisposableStack;
}

/** Runs Paceline as the environment says, until somebody asks it to stop, and exits. */
export async function runProgram(): Promise<never> {
  const config = readConfig();
  const log = createLogger({ level: config.logLevel });
  const run = { config, log, stop: stopSignal(log), endings: new AsyncDisposableStack() };
  const served = await succeeds(run, () => serve(run));
  const ended = await succeeds(run, () => run.endings.disposeAsync());
  const inOrder = (served || run.stop.aborted) && ended;
  process.exit(inOrder ? 0 : FAILED);
}

async function serve({ config, log, stop, endings }: Run): Promise<void> {
  // The database starts while our own code is being loaded.
  const [databaseUrl, { startApp }] = await Promise.all([
    provideDatabase(config, log, endings),
    import('./app.js'),
  ]);
  const app = await startApp(config, { log, databaseUrl, signal: stop });
  endings.defer(() => app.close());
  // What lets people in is for their eyes: it never goes to the log.
  if (process.stdout.isTTY) process.stdout.write(startReport(config, app));
  else process.stderr.write(welcomeText(config, app));
  log.info({ url: app.url, roles: config.roles, demo: config.demo }, 'Paceline is ready');
  if (!stop.aborted) await once(stop, 'abort');
}

/** The address of the configured database, or of the embedded one, which is started. */
async function provideDatabase(
  { databaseUrl, dataDir }: Config,
  log: Logger,
  endings: AsyncDisposableStack,
): Promise<string> {
  if (databaseUrl !== null) return databaseUrl;
  const { startEmbeddedPostgres } =
    await import('./persistence/embedded/start-embedded-postgres.js');
  const server = await startEmbeddedPostgres({ dataDir, log });
  endings.defer(() => server.stop());
  return server.url;
}

function readConfig(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(BAD_USAGE);
  }
}

function stopSignal(log: Logger): AbortSignal {
  const stop = new AbortController();
  onStopRequest((reason) => {
    log.info({ reason }, 'stopping');
    setTimeout(() => {
      log.error('stopping took too long');
      process.exit(FAILED);
    }, STOP_LIMIT_MS).unref();
    stop.abort();
  });
  return stop.signal;
}

async function succeeds({ log, stop }: Run, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!stop.aborted || !isAbort(error)) report(error, log);
    return false;
  }
}

/** What a person can do something about is said in a sentence; the rest is a bug and has a stack. */
function report(error: unknown, log: Logger): void {
  const message = explain(error);
  if (message === null) log.fatal({ err: error }, 'Paceline cannot run');
  else process.stderr.write(`${message}\n`);
}

function explain(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (EXPLAINED.has(error.name)) return error.message;
  if (!('code' in error)) return null;
  if (error.code === 'EADDRINUSE') return `${error.message}. Set PORT or HOST to another one.`;
  return null;
}

/** Errors that are written for people. */
const EXPLAINED: ReadonlySet<string> = new Set(['EmbeddedPostgresError', 'JobStoreError']);

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
