import type { FastifyReply, FastifyRequest } from 'fastify';
import { isAllowedOrigin, type OriginPolicy } from './origin-policy.js';

const PREFLIGHT_MAX_AGE_SECONDS = 600;

/** Lets pages of allowed origins read the answer; says whether this is such a page's request. */
export function shareWithAllowed(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  policy: OriginPolicy,
): boolean {
  if (policy.allowedOrigins.length > 0) void reply.header('vary', 'origin');
  if (headers.origin === undefined || !isAllowedOrigin(headers, policy)) return false;
  void reply.headers({
    'access-control-allow-origin': headers.origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'retry-after, x-request-id',
  });
  return true;
}

/** Answers a browser that asks whether a page of an allowed origin may send its request. */
export function allowPreflight(reply: FastifyReply): FastifyReply {
  return reply
    .code(204)
    .headers({
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers':
        'content-type, authorization, apollo-require-preflight, x-request-id',
      'access-control-max-age': String(PREFLIGHT_MAX_AGE_SECONDS),
    })
    .send();
}
