import type { FastifyReply } from 'fastify';
import type { UnavailableError } from '../domain/errors.js';
import type { ClientError } from './client-error.js';

/** Answers a request as a whole with one coded error, in the form of a GraphQL answer. */
export function refuse(reply: FastifyReply, status: number, error: ClientError): FastifyReply {
  const { code, message, details } = error;
  const retryAfter = details['retryAfterSeconds'];
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code, ...details } }] });
}

/** Answers that the request cannot be served now. */
export function refuseUnavailable(reply: FastifyReply, error: UnavailableError): FastifyReply {
  const { message, retryAfterSeconds } = error;
  return refuse(reply, 503, { code: 'UNAVAILABLE', message, details: { retryAfterSeconds } });
}

/** An error for a request that nobody can understand. */
export function badInput(message: string): ClientError {
  return { code: 'BAD_USER_INPUT', message, details: {} };
}
