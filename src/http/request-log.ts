import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Logger } from '../platform/logger.js';
import type { Metrics } from '../platform/metrics.js';

/** A request that takes longer is worth a line in the log. */
const SLOW_MS = 1_000;
/** Asked all the time, and expected to say no at times. */
const QUIET_ROUTES: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);
const MS_PER_SECOND = 1000;
const REQUEST_ID_PATTERN = /^[\w.:-]{1,64}$/;

/** The id that the sender or a proxy gave a request, or a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID_PATTERN.test(given) ? given : randomUUID();
}

/** Measures every request, names it to its sender, and logs those that are slow or fail. */
export function logRequests(
  server: FastifyInstance,
  { log, metrics }: { readonly log: Logger; readonly metrics: Metrics },
): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { method, id } = request;
    const route = request.routeOptions.url ?? 'none';
    const { statusCode: status, elapsedTime } = reply;
    metrics.httpRequestSeconds.observe({ method, route, status }, elapsedTime / MS_PER_SECOND);
    const line = { requestId: id, method, route, status, durationMs: Math.round(elapsedTime) };
    if (status >= 500 && !QUIET_ROUTES.has(route)) log.warn(line, 'a request failed');
    else if (elapsedTime > SLOW_MS) log.warn(line, 'a request was slow');
    else log.debug(line, 'a request was answered');
    done();
  });
}
