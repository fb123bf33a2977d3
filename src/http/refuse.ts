import type { FastifyReply } from 'fastify';
import type { ClientCode, ClientError } from './client-error.js';

/** The status of an answer that is nothing but an error. */
export const STATUS_BY_CODE: Readonly<Record<ClientCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  RESYNC: 410,
  INTERNAL: 500,
};

/** Answers a request as a whole with one coded error, in the form of a GraphQL answer. */
export function refuse(reply: FastifyReply, status: number, error: ClientError): FastifyReply {
  const { code, message, details } = error;
  const retryAfter = details['retryAfterSeconds'];
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
  if (status === STATUS_BY_CODE.UNAUTHENTICATED) void reply.header('www-authenticate', 'Bearer');
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code, ...details } }] });
}

/** An error for a request that nobody can understand. */
export function badInput(message: string): ClientError {
  return { code: 'BAD_USER_INPUT', message, details: {} };
}
