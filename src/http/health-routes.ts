import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorize } from '../domain/access/caller.js';
import { ForbiddenError } from '../domain/errors.js';
import type { Metrics } from '../platform/metrics.js';
import { callerOf } from '../services/credentials/identity.js';
import type { Admission } from './admission/admission.js';
import { unauthenticated } from './admission/open-operations.js';
import type { ServiceState } from './service-state.js';

export interface HealthParts {
  readonly state: ServiceState;
  readonly metrics: Metrics;
  readonly admission: Admission;
  /** Whether metrics are shown to everybody. */
  readonly metricsOpen: boolean;
}

/** /healthz: the process answers; /readyz: it can serve; /metrics: what it says of itself. */
export function serveHealth(server: FastifyInstance, parts: HealthParts): void {
  const { state, metrics, metricsOpen } = parts;
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', (_request, reply) => {
    const refusal = state.refusal();
    if (refusal === null) return { status: 'ready' };
    void reply.code(503).header('retry-after', String(refusal.retryAfterSeconds));
    return { status: 'not ready', reason: refusal.message };
  });
  server.get('/metrics', async (request, reply) => {
    if (!metricsOpen) await checkMetricsReader(request, parts);
    const { text, contentType } = await metrics.expose();
    void reply.type(contentType);
    return text;
  });
}

/** Throws where nobody is known to ask, or somebody who may not. */
async function checkMetricsReader(
  { headers, id, ip }: FastifyRequest,
  { state, admission }: HealthParts,
): Promise<void> {
  const refusal = state.refusal();
  if (refusal !== null) throw refusal;
  const identity = await state.guard(admission.identify(headers));
  if (identity === null) throw unauthenticated();
  const caller = callerOf(identity, { requestId: id, origin: ip, reason: null });
  if (caller === null) throw new ForbiddenError('You are in no agency.');
  authorize(caller, 'metrics:read');
}
