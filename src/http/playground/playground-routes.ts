import type { FastifyInstance } from 'fastify';
import { type PageGateParts, pageGate } from '../admission/page-gate.js';
import { sendPage } from '../assets/send-page.js';
import { assetHandler } from '../assets/serve-assets.js';
import { assetFiles } from './asset-files.js';
import { examplesFor } from './examples.js';
import { PLAYGROUND_PAGE, PLAYGROUND_POLICY } from './page.js';

export interface PlaygroundParts extends PageGateParts {
  /** Whether everybody may open it, as in the demo. */
  readonly openToAll: boolean;
}

/** Serves GraphiQL with its examples at /playground, from the installed packages alone. */
export function servePlayground(server: FastifyInstance, parts: PlaygroundParts): void {
  const guarded = parts.openToAll ? {} : { onRequest: pageGate(parts) };
  server.get('/playground', guarded, (_request, reply) =>
    sendPage(reply, PLAYGROUND_PAGE, PLAYGROUND_POLICY),
  );
  server.get<{ Querystring: { brandId?: string } }>(
    '/playground/examples.json',
    guarded,
    (request) => examplesFor(request.query.brandId ?? null),
  );
  server.get<{ Params: { name: string } }>(
    '/playground/assets/:name',
    guarded,
    assetHandler(assetFiles()),
  );
}
