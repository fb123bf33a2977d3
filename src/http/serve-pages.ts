import type { FastifyInstance } from 'fastify';
import type { ProviderSettings } from '../auth/openid-provider.js';
import { readBuiltFiles } from './assets/built-files.js';
import { serveConsole } from './console/console-routes.js';
import { serveDocs } from './docs/docs-routes.js';
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

/** Serves what people look at: console, documentation, playground, and where they sign in. */
export async function servePages(server: FastifyInstance, parts: PageParts): Promise<void> {
  const { admission, state, kernel, openSchema, demo, provider } = parts;
  const [consoleFiles, docsFiles] = await Promise.all([
    readBuiltFiles('console'),
    readBuiltFiles('docs'),
  ]);
  const gate = { admission, state, openToAll: openSchema };
  serveConsole(server, consoleFiles);
  serveDocs(server, { ...gate, files: docsFiles });
  servePlayground(server, gate);
  serveSignIn(server, { demoSignIn: demo });
  if (provider !== null) serveOpenId(server, { kernel, state, provider });
}
