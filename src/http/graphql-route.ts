import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { invariant } from '../domain/errors.js';
import { createContext, type GraphContext, type Visit } from '../resolvers/context.js';
import { callerOf } from '../services/credentials/identity.js';
import { allowPreflight, shareWithAllowed } from './admission/cross-origin.js';
import { httpVisit } from './admission/http-visit.js';
import { refuseClosed, unauthenticated } from './admission/open-operations.js';
import { type ByteLimits, PendingBytes } from './admission/pending-bytes.js';
import { answerKnown } from './answer-known.js';
import { createApollo } from './apollo.js';
import { KnownOperations } from './known-operations.js';
import { OperationPlans } from './plans/operation-plans.js';
import type { GraphqlParts } from './graphql-parts.js';
import { refuseMethod } from './failures.js';

/** What a request may do, from the moment that its head is read. */
interface Pass {
  readonly visit: Visit;
  /** Gives back the room that was made for its body. */
  readonly release: () => void;
  /** Whether it is being worked on, whoever still waits for the answer. */
  isWorkedOn: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a request to /graphql that was let in. A map from requests would keep the collector busy. */
    pass: Pass | null;
  }
}

/** Whoever shows no credential has little to say. */
const STRANGERS_BODY_BYTES = 64 * 1024;

/** Serves the API over HTTP at /graphql: one operation a request, queries also by GET. */
export async function serveGraphql(
  server: FastifyInstance,
  parts: GraphqlParts & { readonly bytes: ByteLimits },
): Promise<void> {
  const { kernel, state, admission } = parts;
  const known = new KnownOperations();
  const plans = new OperationPlans(parts.schema);
  const apollo = createApollo(parts, { known, plans });
  await apollo.start();
  const desk = new Desk(parts);
  server.decorateRequest('pass', null);
  const contextOf = (request: FastifyRequest): GraphContext => {
    const { visit } = desk.passOf(request);
    const { identity, requestId, origin } = visit;
    const caller = identity && callerOf(identity, { requestId, origin, reason: null });
    return createContext(kernel, caller, visit);
  };
  const answer = fastifyApolloHandler(apollo, {
    context: (request) => Promise.resolve(contextOf(request)),
  });
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    exposeHeadRoute: false,
    onRequest: (request, reply) => desk.admit(request, reply),
    preHandler: (request) => desk.checkOpenness(request),
    handler(request, reply) {
      const operation = known.find(request);
      const work = operation
        ? answerKnown(parts, { known: operation, plans, contextValue: contextOf(request), reply })
        : Promise.resolve(answer.call(this, request, reply));
      return state.guard(desk.workOn(request, work));
    },
  });
  server.options('/graphql', (request, reply) =>
    shareWithAllowed(request, reply, admission.policy)
      ? allowPreflight(reply)
      : refuseMethod(reply),
  );
}

/** Lets requests in, and keeps count of what those that are in hold. */
class Desk {
  private readonly bytes: PendingBytes;

  constructor(private readonly parts: GraphqlParts & { readonly bytes: ByteLimits }) {
    this.bytes = new PendingBytes(parts.bytes);
    const metric = { name: 'http_pending_bytes', help: 'Bodies that are read or worked on.' };
    parts.metrics.level(metric, () => this.bytes.size);
  }

  passOf({ pass }: FastifyRequest): Pass {
    invariant(pass !== null, 'a request has been let in before it is worked on');
    return pass;
  }

  /** Decides by a request's head alone, before any of its body is read. */
  async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { state, admission, kernel } = this.parts;
    shareWithAllowed(request, reply, admission.policy);
    const refusal = state.refusal();
    if (refusal) throw refusal;
    const identity = await state.guard(admission.identify(request.headers));
    if (identity === null && isLong(request)) throw unauthenticated();
    const visit = httpVisit(identity, { request, reply, publicUrl: kernel.publicUrl });
    const pass = { visit, release: this.bytes.reserve(request.headers), isWorkedOn: false };
    request.pass = pass;
    reply.raw.once('close', () => {
      if (!pass.isWorkedOn) pass.release();
    });
  }

  /** Without a credential, only what is open to everybody. */
  async checkOpenness(request: FastifyRequest): Promise<void> {
    const { visit } = this.passOf(request);
    if (visit.identity !== null) return;
    const { schema, limits, openSchema, admission } = this.parts;
    refuseClosed(textIn(request), { schema, openSchema, maxTokens: limits.maxTokens });
    await admission.limit.count(visit);
  }

  /** A body is held until the work on it has ended, even if nobody waits for that any more. */
  async workOn<T>(request: FastifyRequest, work: Promise<T>): Promise<T> {
    const pass = this.passOf(request);
    pass.isWorkedOn = true;
    try {
      return await work;
    } finally {
      pass.release();
    }
  }
}

function isLong({ headers }: FastifyRequest): boolean {
  if (headers['transfer-encoding'] !== undefined) return true;
  return Number(headers['content-length'] ?? 0) > STRANGERS_BODY_BYTES;
}

function textIn({ method, body, query }: FastifyRequest): unknown {
  const source: unknown = method === 'GET' ? query : body;
  return typeof source === 'object' && source !== null && 'query' in source ? source.query : '';
}
