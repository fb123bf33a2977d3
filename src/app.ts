import type { FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import { SYSTEM_ACTOR } from './domain/access/caller.js';
import { DEFAULT_AGENCY_ID } from './domain/access/default-agency.js';
import { IdFactory } from './domain/ids.js';
import type { Bus } from './events/bus/bus.js';
import { type BusSettings, PostgresBus } from './events/bus/postgres-bus.js';
import { createLive, type Live } from './events/live.js';
import { createHttpServer, drain, listen } from './http/http-server.js';
import { measureProcess } from './http/process-metrics.js';
import { ServiceState } from './http/service-state.js';
import type { SocketServer } from './http/socket-server.js';
import { createJobs, type Jobs } from './jobs/create-jobs.js';
import { Database } from './persistence/database.js';
import { DatabaseWatch } from './persistence/database-watch.js';
import { migrate } from './persistence/migrate.js';
import { moveTestClock } from './persistence/queries/test-clock.js';
import { untilReachable } from './persistence/until-reachable.js';
import { systemClock } from './platform/clock.js';
import { idSources } from './platform/id-sources.js';
import type { Logger } from './platform/logger.js';
import { Metrics } from './platform/metrics.js';
import { TestClock } from './platform/test-clock.js';
import { within } from './platform/within.js';
import { ensureAgency } from './services/agencies/ensure-agency.js';
import type { Kernel } from './services/kernel.js';
import { UNWATCHED } from './services/progress.js';
import { SpendQueue } from './services/spend/spend-queue.js';

/** How long what was taken may take to be written once nothing more comes in. */
const DRAIN_QUEUE_MS = 2_000;
/** How long connections may take to close: one that hangs must not hold up the end. */
const CLOSE_MS = 1_000;

/** A running Paceline. */
export interface App {
  /** Where it serves, such as http://127.0.0.1:4000. */
  readonly url: string;
  readonly kernel: Kernel;
  /** Ends it in order: what was asked is answered, what was taken is written. Safe to call twice. */
  close(): Promise<void>;
}

export interface AppOptions {
  readonly log: Logger;
  /** Where the database is. */
  readonly databaseUrl: string;
  /** Told as soon as health can be asked for; all is served when `startApp` returns. */
  readonly onListening?: (url: string) => void;
  /** Gives up a start that has not come to its end. */
  readonly signal?: AbortSignal;
}

/** What is being put together. Each part says in `endings` how it is to end. */
interface Site extends AppOptions {
  readonly config: Config;
  readonly state: ServiceState;
  readonly metrics: Metrics;
  readonly endings: AsyncDisposableStack;
}

interface Composition {
  readonly kernel: Kernel;
  readonly live: Live;
  readonly jobs: Jobs;
}

/**
 * Puts the program together as the configuration asks, each part after those that it depends on, and
 * returns when it serves. If a part fails, those before it are ended again.
 */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const site = {
    ...options,
    config,
    state: new ServiceState(),
    metrics: new Metrics(),
    endings: new AsyncDisposableStack(),
  };
  try {
    return await build(site);
  } catch (error) {
    await site.endings.disposeAsync();
    throw error;
  }
}

async function build(site: Site): Promise<App> {
  const { config, endings, state } = site;
  watchDatabase(site);
  const { kernel, live, jobs } = await compose(site);
  measureProcess(site.metrics, kernel);
  const url = await openDoors(site, kernel, jobs);
  await untilReachable(site, () => prepare(kernel));
  if (config.demo) await untilReachable(site, () => makeDemo(site, kernel));
  await live.start();
  await jobs.start();
  state.enter('SERVING');
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    state.enter('STOPPING');
    return (closing ??= endings.disposeAsync());
  };
  return { url, kernel, close };
}

/** Everything that services need, connected to nothing yet. */
async function compose({ config, log, databaseUrl, endings }: Site): Promise<Composition> {
  const maxConnections = config.databasePoolSize;
  const database = await Database.open({ url: databaseUrl, maxConnections, log });
  endings.defer(() => within(CLOSE_MS, database.close()));
  const testClock = config.testClock === null ? null : new TestClock(config.testClock);
  const clock = testClock ?? systemClock;
  const bus = await openBus(config, { url: databaseUrl, log });
  const live = createLive({ database, clock, testClock, bus, log });
  endings.defer(() => within(CLOSE_MS, live.close()));
  const books = { database, clock, testClock, ids: new IdFactory(idSources()), live };
  const parts = { ...books, spendQueue: new SpendQueue(books), log };
  const isWorker = config.roles.includes('worker');
  const jobs = createJobs(parts, { isWorker, demo: config.demo, mongoUrl: config.mongoUrl });
  return { kernel: { ...parts, jobs: jobs.board }, live, jobs };
}

async function openBus({ redisUrl }: Config, postgres: BusSettings): Promise<Bus> {
  if (redisUrl === null) return new PostgresBus(postgres);
  const { RedisBus } = await import('./events/bus/redis-bus.js');
  return new RedisBus({ ...postgres, url: redisUrl });
}

/** What must be so in the database before anything is served. Safe to do twice, and at once by several. */
async function prepare(kernel: Kernel): Promise<void> {
  const { database, testClock, log } = kernel;
  const ran = await migrate(database);
  if (ran.length > 0) log.info({ migrations: ran }, 'brought the database up to date');
  if (testClock) testClock.moveTo(await moveTestClock(database, testClock.now()));
  await ensureAgency(kernel);
}

/** On the first start, the demo's brands with their past; loaded only where there is a demo. */
async function makeDemo({ signal }: Site, kernel: Kernel): Promise<void> {
  const { seedAgency } = await import('./services/demo/seed-agency.js');
  const caller = { agencyId: DEFAULT_AGENCY_ID, actor: SYSTEM_ACTOR, requestId: 'demo' };
  const watcher = { ...UNWATCHED, ...(signal && { signal }) };
  const made = await seedAgency(kernel, caller, { watcher });
  if (made) kernel.log.info(made, 'made the demo');
}

/** Listens, and says so. Behind the doors nothing is served before the state says that it can be. */
async function openDoors(site: Site, kernel: Kernel, jobs: Jobs): Promise<string> {
  const { config, endings, state } = site;
  const server = createHttpServer({ ...site, maxBodyBytes: config.http.maxBodyBytes });
  const sockets = config.roles.includes('api') ? await serveApi(site, server, kernel) : null;
  endings.defer(async () => {
    state.enter('STOPPING');
    await Promise.all([sockets?.close(), drain(server), jobs.stop()]);
    await within(DRAIN_QUEUE_MS, kernel.spendQueue.drain());
  });
  const url = await listen(server, config);
  site.onListening?.(url);
  return url;
}

/** The API with its playground; loaded only where it is served. */
async function serveApi(
  { config, state, metrics }: Site,
  server: FastifyInstance,
  kernel: Kernel,
): Promise<SocketServer> {
  const [{ buildGraphSchema }, { serveGraphql }, { SocketServer }, { servePlayground }] =
    await Promise.all([
      import('./resolvers/build-schema.js'),
      import('./http/graphql-route.js'),
      import('./http/socket-server.js'),
      import('./http/playground/playground-routes.js'),
    ]);
  const schema = buildGraphSchema({ testClock: kernel.testClock !== null });
  const parts = { schema, kernel, limits: config.graphql, metrics, state };
  await serveGraphql(server, parts);
  servePlayground(server);
  const sockets = new SocketServer(parts, config.graphqlWs);
  sockets.attach(server.server);
  return sockets;
}

function watchDatabase({ databaseUrl: url, log, state, endings }: Site): void {
  const onChange = (answers: boolean): void => {
    state.databaseAnswers(answers);
  };
  const watch = new DatabaseWatch({ url, log, onChange });
  endings.defer(() => watch.stop());
}
