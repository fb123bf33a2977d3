import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../platform/logger.js';
import { clientErrorOf, internalError } from './client-error.js';
import { discardBody } from './discard-body.js';
import { badInput, refuse, STATUS_BY_CODE } from './refuse.js';

const MIB = 1024 * 1024;

/** Gives every failure outside of GraphQL itself a code, and keeps what is ours to ourselves. */
export function answerFailures(
  server: FastifyInstance,
  { log, maxBodyBytes }: { readonly log: Logger; readonly maxBodyBytes: number },
): void {
  server.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const expected = clientErrorOf(error);
    if (expected !== null) return refuse(reply, STATUS_BY_CODE[expected.code], expected);
    const status = error.statusCode ?? 500;
    if (status >= 500) return refuse(reply, 500, internalError(error, log));
    if (status === 413) {
      await discardBody(request.raw);
      return refuse(reply, status, badInput(tooLarge(maxBodyBytes)));
    }
    return refuse(reply, status, badInput(textOf(error)));
  });
  server.setNotFoundHandler(notFound);
}

/** What the framework says of a request is about the request alone, but for its first word. */
function textOf({ code, message }: FastifyError): string {
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'Send JSON as application/json.';
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY') return 'The body is not valid JSON.';
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return 'The body is empty.';
  return message;
}

function tooLarge(maxBodyBytes: number): string {
  return `The body is larger than ${maxBodyBytes / MIB} MiB.`;
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?', 1)[0];
  if (path === '/graphql') return refuseMethod(reply);
  return refuse(reply, 404, badInput('There is nothing here.'));
}

/** Answers a method by which GraphQL is not served. */
export function refuseMethod(reply: FastifyReply): FastifyReply {
  void reply.header('allow', 'GET, POST');
  return refuse(reply, 405, badInput('GraphQL is served by GET and POST.'));
}
