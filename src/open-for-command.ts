import type { Config } from './config.js';
import { IdFactory } from './domain/ids.js';
import { formatInstant } from './domain/time/instant.js';
import { orUnavailable } from './persistence/availability.js';
import { Database } from './persistence/database.js';
import { hasPendingMigrations, migrate } from './persistence/migrate.js';
import { moveTestClock, readTestClock } from './persistence/queries/test-clock.js';
import { systemClock } from './platform/clock.js';
import { idSources } from './platform/id-sources.js';
import type { Logger } from './platform/logger.js';
import { TestClock } from './platform/test-clock.js';
import { ensureAgency } from './services/agencies/ensure-agency.js';
import { auditRecorder } from './services/audit/audit-recorder.js';
import type { BookKernel } from './services/kernel.js';

/** What a management command works with, until it closes it. */
export interface CommandSite {
  readonly kernel: BookKernel;
  /** The migrations that ran now. */
  readonly migrations: readonly string[];
  close(): Promise<void>;
}

export interface CommandSettings {
  readonly log: Logger;
  /** MIGRATED: brought up to date, as a start does; READ_ONLY: refused if it is not. */
  readonly schema: 'MIGRATED' | 'READ_ONLY';
}

/** A command cannot do anything here; the message says for people what to do first. */
export class CommandRefusedError extends Error {
  override readonly name = 'CommandRefusedError';
}

/** A command is one person's work: it leaves the others theirs. */
const MAX_CONNECTIONS = 4;

/**
 * Opens the database as the configuration says: that of DATABASE_URL, or the embedded one, beside a
 * program that runs on it or, if none does, started for as long as the command takes. What the
 * command commits reaches subscribers of other processes within about a second, when they next look.
 */
export async function openForCommand(
  config: Config,
  { log, schema }: CommandSettings,
): Promise<CommandSite> {
  const endings = new AsyncDisposableStack();
  try {
    const url = config.databaseUrl ?? (await joinEmbedded(config, log, endings));
    const applicationName = `paceline command ${process.pid}`;
    const settings = { url, maxConnections: MAX_CONNECTIONS, log, applicationName };
    const database = await Database.open(settings);
    endings.defer(() => closeQuietly(database, log));
    const opened = await orUnavailable(() => prepare(config, database, { log, schema }));
    return { ...opened, close: () => endings.disposeAsync() };
  } catch (error) {
    await endings.disposeAsync();
    throw error;
  }
}

async function prepare(
  config: Config,
  database: Database,
  settings: CommandSettings,
): Promise<Omit<CommandSite, 'close'>> {
  const isReadOnly = settings.schema === 'READ_ONLY';
  if (isReadOnly) await refuseOutdated(database);
  const migrations = isReadOnly ? [] : await migrate(database);
  const testClock = await openTestClock(config, database, settings);
  const clock = testClock ?? systemClock;
  const live = { announce: () => undefined };
  const clocks = { clock, testClock, ids: new IdFactory(idSources()) };
  const kernel = { database, ...clocks, live, audit: auditRecorder(clocks) };
  if (!isReadOnly) await ensureAgency(kernel, config);
  return { kernel, migrations };
}

async function joinEmbedded(
  { dataDir }: Config,
  log: Logger,
  endings: AsyncDisposableStack,
): Promise<string> {
  const { joinEmbeddedPostgres } = await import('./persistence/embedded/join-embedded-postgres.js');
  const server = await joinEmbeddedPostgres({ dataDir, log });
  endings.defer(() => server.stop());
  return server.url;
}

/** A server that we stop says farewell to connections that are on their way out: no news. */
async function closeQuietly(database: Database, log: Logger): Promise<void> {
  log.level = 'error';
  await database.close();
}

async function refuseOutdated(database: Database): Promise<void> {
  if (!(await hasPendingMigrations(database))) return;
  throw new CommandRefusedError(
    'The database is not of this version: bring it up to date with "npm run paceline -- migrate" first.',
  );
}

/** The clock as all processes have it, which only what changes something may start. */
async function openTestClock(
  { testClock }: Config,
  database: Database,
  { log, schema }: CommandSettings,
): Promise<TestClock | null> {
  if (testClock !== null && schema === 'MIGRATED') {
    return new TestClock(await moveTestClock(database.everywhere, testClock));
  }
  const kept = await readTestClock(database.everywhere);
  if (testClock !== null) return new TestClock(Math.max(testClock, kept ?? testClock));
  if (kept !== null) {
    const facts = { testClock: formatInstant(kept) };
    log.warn(facts, 'the database has a test clock, but TEST_CLOCK is not set: real time counts');
  }
  return null;
}
