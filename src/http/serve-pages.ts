import type { FastifyInstance } from 'fastify';
import type { ProviderSettings } from '../auth/openid-provider.js';
import type { GraphqlParts } from './graphql-parts.js';
import { serveOpenId } from './openid/openid-routes.js';
import { servePlayground } from './playground/playground-routes.js';
import { serveSignIn } from './sign-in/sign-in-routes.js';
import type { SignIn } from './sign-in/page.js';

export interface PageParts extends GraphqlParts {
  /** What opens the demo; null: there is none, or it is not known here. Asked for each time. */
  readonly demo: () => SignIn | null;
  /** By whom people can be signed in besides; null: nobody. */
  readonly provider: ProviderSettings | null;
}

/** Serves what people look at: the playground, and the page on which they sign in. */
export function servePages(server: FastifyInstance, parts: PageParts): void {
  const { admission, state, kernel, openSchema, demo, provider } = parts;
  servePlayground(server, { admission, state, openToAll: openSchema });
  serveSignIn(server, { demoSignIn: demo });
  if (provider !== null) serveOpenId(server, { kernel, state, provider });
}
