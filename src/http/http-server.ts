import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from '../platform/logger.js';
import type { Metrics } from '../platform/metrics.js';
import { within } from '../platform/within.js';
import type { Admission } from './admission/admission.js';
import type { ByteLimits } from './admission/pending-bytes.js';
import { answerFailures } from './failures.js';
import { serveHealth } from './health-routes.js';
import { logRequests, requestIdOf } from './request-log.js';
import type { ServiceState } from './service-state.js';

export interface HttpServerParts {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly state: ServiceState;
  readonly admission: Admission;
  readonly limits: ByteLimits;
  /** Whether metrics are shown to everybody. */
  readonly metricsOpen: boolean;
}

/** Sending a whole request may take this long. */
const REQUEST_TIMEOUT_MS = 60_000;
/** Longer than the idle timeouts of the usual proxies, which must be the first to close. */
const KEEP_ALIVE_MS = 75_000;
/** How long requests that have begun may take to end once the server stops. */
const DRAIN_MS = 4_000;
/** How long connections that were cut off may take to be gone. */
const CUT_OFF_MS = 500;
const IDLE_POLL_MS = 50;

/** The HTTP server with what every process serves: health and metrics. Listens to nobody yet. */
export function createHttpServer(parts: HttpServerParts): FastifyInstance {
  const { log, state, admission, limits } = parts;
  const loggerInstance: FastifyBaseLogger = log;
  const server: FastifyInstance = fastify({
    loggerInstance,
    // What is logged of a request names it: a logger for each would cost more than most requests do.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    bodyLimit: limits.maxBodyBytes,
    trustProxy: admission.trusts ?? false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    http: { shouldUpgradeCallback: isWebSocket },
  });
  // Browsers send text from other sites without asking first.
  server.removeContentTypeParser('text/plain');
  answerFailures(server, { log, maxBodyBytes: limits.maxBodyBytes });
  logRequests(server, parts);
  serveHealth(server, parts);
  server.addHook('onSend', async (_request, reply) => {
    if (state.isStopping) void reply.header('connection', 'close');
  });
  return server;
}

/** Other upgrades, such as to HTTP/2, are optional: those requests are answered as they are. */
function isWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/** Listens, and gives the address with the port that it got. */
export async function listen(
  server: FastifyInstance,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  await server.listen({ host, port });
  return urlOf(host, server.addresses()[0]);
}

function urlOf(host: string, address: AddressInfo | string | undefined): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const port = typeof address === 'object' ? address.port : 0;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Takes no more requests, answers those that have begun, and cuts off what takes too long. */
export async function drain(server: FastifyInstance): Promise<void> {
  const { server: connections } = server;
  const finished = new AbortController();
  const closing = server.close().finally(() => {
    finished.abort();
  });
  const { signal } = finished;
  const late = AbortSignal.any([signal, AbortSignal.timeout(DRAIN_MS)]);
  while (!late.aborted) {
    // A connection that was busy when the server closed is idle once it has its answer.
    connections.closeIdleConnections();
    await sleep(IDLE_POLL_MS, undefined, { signal: late }).catch(() => undefined);
  }
  if (!signal.aborted) connections.closeAllConnections();
  await within(CUT_OFF_MS, closing);
}
