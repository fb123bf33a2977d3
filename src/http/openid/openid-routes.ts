import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OpenIdProvider, type ProviderSettings } from '../../auth/openid-provider.js';
import { InputError, UnavailableError } from '../../domain/errors.js';
import type { Kernel } from '../../services/kernel.js';
import { signInWithProvider } from '../../services/sessions/sign-in-with-provider.js';
import { httpVisit } from '../admission/http-visit.js';
import type { ServiceState } from '../service-state.js';
import { type PendingSignIn, pendingCookie, pendingIn } from './pending-sign-in.js';

export interface OpenIdParts {
  readonly kernel: Kernel;
  readonly state: ServiceState;
  readonly provider: ProviderSettings;
}

const CALLBACK = '/auth/oidc/callback';

/** Why nobody was signed in; the sign-in page says it in words. */
type Problem = 'unknown' | 'refused' | 'unavailable';

/** Signs people in by an OpenID Connect provider: /auth/oidc/start, and where it sends them back to. */
export function serveOpenId(server: FastifyInstance, parts: OpenIdParts): void {
  const flow = new OpenIdFlow(parts);
  server.get<{ Querystring: { next?: string } }>('/auth/oidc/start', (request, reply) =>
    flow.start(request.query.next, reply),
  );
  server.get(CALLBACK, (request, reply) => flow.finish(request, reply));
}

class OpenIdFlow {
  private readonly provider: OpenIdProvider;

  constructor(private readonly parts: OpenIdParts) {
    this.provider = new OpenIdProvider(parts.provider);
  }

  async start(next: unknown, reply: FastifyReply): Promise<FastifyReply> {
    try {
      const { url, secrets } = await this.provider.begin(this.publicUrl(CALLBACK).href);
      this.keep({ ...secrets, next: ownPath(next) }, reply);
      return await reply.redirect(url);
    } catch (error) {
      return this.giveUp(error, reply);
    }
  }

  async finish(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const refusal = this.parts.state.refusal();
    if (refusal) throw refusal;
    const pending = pendingIn(request.headers);
    this.keep(null, reply);
    if (pending === null) return backToSignIn('refused', reply);
    try {
      const account = await this.provider.finish(this.publicUrl(request.url), pending);
      const { kernel } = this.parts;
      const visit = httpVisit(null, { request, reply, publicUrl: kernel.publicUrl });
      const session = await signInWithProvider(kernel, visit, account);
      if (session === null) return await backToSignIn('unknown', reply);
      visit.keepSession(session.token, session.maxAgeSeconds);
      return await reply.redirect(pending.next);
    } catch (error) {
      return this.giveUp(error, reply);
    }
  }

  /** What people can do nothing about is told to whoever runs Paceline. */
  private giveUp(error: unknown, reply: FastifyReply): FastifyReply {
    const isExpected = error instanceof InputError || error instanceof UnavailableError;
    if (!isExpected) throw error;
    this.parts.kernel.log.warn(
      { err: error.cause ?? error },
      'nobody was signed in by the provider',
    );
    return backToSignIn(error instanceof InputError ? 'refused' : 'unavailable', reply);
  }

  private keep(pending: PendingSignIn | null, reply: FastifyReply): void {
    const secure = this.parts.kernel.publicUrl().startsWith('https:');
    void reply.header('set-cookie', pendingCookie(pending, secure));
    void reply.header('cache-control', 'no-store');
  }

  private publicUrl(path: string): URL {
    return new URL(path, this.parts.kernel.publicUrl());
  }
}

function backToSignIn(problem: Problem, reply: FastifyReply): FastifyReply {
  return reply.redirect(`/sign-in#provider=${problem}`);
}

/** Only a page of ours: `//elsewhere` and `/\elsewhere` are none. */
function ownPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
}
