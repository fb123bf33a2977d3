import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visit } from '../../resolvers/context.js';
import type { Identity } from '../../services/credentials/identity.js';
import { sessionCookie } from './session-cookie.js';

/** A request, and the answer on which a session's cookie can be set. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly publicUrl: () => string;
}

/** What is known of whoever sent a request over HTTP. */
export function httpVisit(
  identity: Identity | null,
  { request, reply, publicUrl }: Exchange,
): Visit {
  const keep = (token: string, maxAgeSeconds: number): void => {
    const secure = publicUrl().startsWith('https:');
    void reply.header('set-cookie', sessionCookie(token, { maxAgeSeconds, secure }));
  };
  return {
    identity,
    origin: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
    requestId: request.id,
    keepSession: keep,
    forgetSession() {
      keep('', 0);
    },
  };
}
