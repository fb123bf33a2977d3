import type { FastifyReply, FastifyRequest } from 'fastify';
import { wantsPage } from '../assets/wants-page.js';
import type { ServiceState } from '../service-state.js';
import type { Admission } from './admission.js';
import { unauthenticated } from './open-operations.js';

export interface PageGateParts {
  readonly admission: Admission;
  readonly state: ServiceState;
}

/** Shows a page only to those whom we know: others sign in first if they are people. */
export function pageGate({
  admission,
  state,
}: PageGateParts): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  return async ({ headers, url }, reply) => {
    const refusal = state.refusal();
    if (refusal !== null) throw refusal;
    const identity = await state.guard(admission.recognise(headers));
    if (identity !== null) return undefined;
    if (!wantsPage(headers)) throw unauthenticated();
    const next = encodeURIComponent(url).replaceAll('%2F', '/');
    return reply.header('cache-control', 'no-store').redirect(`/sign-in?next=${next}`);
  };
}
