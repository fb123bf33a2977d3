import type { FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import { IdFactory } from './domain/ids.js';
import type { Bus, BusSettings } from './events/bus/bus.js';
import { PostgresBus } from './events/bus/postgres-bus.js';
import { createLive, type Live } from './events/live.js';
import { Admission } from './http/admission/admission.js';
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
import { type Welcome, welcome } from './first-start.js';
import { auditRecorder } from './services/audit/audit-recorder.js';
import { CredentialWatch } from './services/credentials/credential-watch.js';
import type { Kernel } from './services/kernel.js';
import { SPEND_QUEUE_LIMITS, SpendQueue } from './services/spend/spend-queue.js';

/** How long what was taken may take to be written once nothing more comes in. */
const DRAIN_QUEUE_MS = 2_000;
/** How long connections may take to close: one that hangs must not hold up the end. */
const CLOSE_MS = 1_000;

/** A running Paceline. */
export interface App {
  /** Where it serves, such as http://127.0.0.1:4000. */
  readonly url: string;
  readonly kernel: Kernel;
  /** What whoever started it needs to get in. */
  readonly welcome: Welcome;
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
  readonly entrance: Entrance;
}

/** How people get in, as far as that is known by now. */
interface Entrance {
  /** Where it listens. */
  url: string;
  welcome: Welcome;
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
    entrance: { url: '', welcome: { firstKey: null, demo: null } },
  };
  try {
    return await build(site);
  } catch (error) {
    await site.endings.disposeAsync();
    throw error;
  }
}

async function build(site: Site): Promise<App> {
  const { config, endings, state, entrance } = site;
  watchDatabase(site);
  const { kernel, live, jobs } = await compose(site);
  measureProcess(site.metrics, kernel);
  const url = await openDoors(site, kernel, jobs);
  await untilReachable(site, () => prepare(kernel));
  entrance.welcome = await untilReachable(site, () => welcome(kernel, config, site));
  kernel.credentials.start();
  await live.start();
  await jobs.start();
  state.enter('SERVING');
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    state.enter('STOPPING');
    return (closing ??= endings.disposeAsync());
  };
  return { url, kernel, welcome: entrance.welcome, close };
}

/** Everything that services need, connected to nothing yet. */
async function compose({
  config,
  log,
  databaseUrl,
  endings,
  entrance,
}: Site): Promise<Composition> {
  const maxConnections = config.databasePoolSize;
  const database = await Database.open({ url: databaseUrl, maxConnections, log });
  endings.defer(() => within(CLOSE_MS, database.close()));
  const testClock = config.testClock === null ? null : new TestClock(config.testClock);
  const clock = testClock ?? systemClock;
  const bus = await openBus(config, { url: databaseUrl, log });
  const live = createLive({ database, clock, testClock, bus, log });
  endings.defer(() => within(CLOSE_MS, live.close()));
  const clocks = { clock, testClock, ids: new IdFactory(idSources()) };
  const books = { database, ...clocks, live, audit: auditRecorder(clocks) };
  const limits = { ...SPEND_QUEUE_LIMITS, maxPending: config.spend.maxQueueLength };
  const credentials = new CredentialWatch({ database, log });
  endings.defer(() => within(CLOSE_MS, credentials.close()));
  const parts = {
    ...books,
    spendQueue: new SpendQueue(books, limits),
    credentials,
    publicUrl: () => config.publicUrl ?? entrance.url,
    signInOptions: { openIdConnect: config.openIdConnect !== null },
    log,
  };
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
  if (testClock) testClock.moveTo(await moveTestClock(database.everywhere, testClock.now()));
}

/** Listens, and says so. Behind the doors nothing is served before the state says that it can be. */
async function openDoors(site: Site, kernel: Kernel, jobs: Jobs): Promise<string> {
  const { config, endings, state } = site;
  const admission = admissionOf(config, kernel);
  const { http: limits, metricsOpen } = config;
  const server = createHttpServer({ ...site, admission, limits, metricsOpen });
  const building = { server, kernel, admission };
  const sockets = config.roles.includes('api') ? await serveApi(site, building) : null;
  endings.defer(async () => {
    state.enter('STOPPING');
    await Promise.all([sockets?.close(), drain(server), jobs.stop()]);
    await within(DRAIN_QUEUE_MS, kernel.spendQueue.drain());
  });
  const url = await listen(server, config);
  site.entrance.url = url;
  site.onListening?.(url);
  return url;
}

function admissionOf({ trustProxy, requestsPerMinute, graphqlWs }: Config, kernel: Kernel) {
  const { credentials, publicUrl } = kernel;
  const { allowedOrigins } = graphqlWs;
  return new Admission({ credentials, publicUrl, allowedOrigins, trustProxy, requestsPerMinute });
}

interface Building {
  readonly server: FastifyInstance;
  readonly kernel: Kernel;
  readonly admission: Admission;
}

/** The API with its pages; loaded only where it is served. */
async function serveApi(
  { config, state, metrics, entrance }: Site,
  { server, kernel, admission }: Building,
): Promise<SocketServer> {
  const [{ buildGraphSchema }, { serveGraphql }, { SocketServer }, { servePages }] =
    await Promise.all([
      import('./resolvers/build-schema.js'),
      import('./http/graphql-route.js'),
      import('./http/socket-server.js'),
      import('./http/serve-pages.js'),
    ]);
  const schema = buildGraphSchema({ testClock: kernel.testClock !== null });
  const doors = { schema, kernel, admission, limits: config.graphql, metrics, state };
  const parts = { ...doors, openSchema: config.demo };
  await serveGraphql(server, { ...parts, bytes: config.http });
  await servePages(server, {
    ...parts,
    provider: config.openIdConnect,
    demo: () => entrance.welcome.demo,
  });
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
