import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../platform/metrics.js';
import type { ServiceState } from './service-state.js';

/** /healthz: the process answers; /readyz: it can serve; /metrics: what it says of itself. */
export function serveHealth(
  server: FastifyInstance,
  { state, metrics }: { readonly state: ServiceState; readonly metrics: Metrics },
): void {
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', (_request, reply) => {
    const refusal = state.refusal();
    if (refusal === null) return { status: 'ready' };
    void reply.code(503).header('retry-after', String(refusal.retryAfterSeconds));
    return { status: 'not ready', reason: refusal.message };
  });
  server.get('/metrics', async (_request, reply) => {
    const { text, contentType } = await metrics.expose();
    void reply.type(contentType);
    return text;
  });
}
