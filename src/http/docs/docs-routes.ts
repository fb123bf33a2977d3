import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type PageGateParts, pageGate } from '../admission/page-gate.js';
import type { Asset } from '../assets/asset.js';
import { sendAsset } from '../assets/send-asset.js';
import { sendUnbuiltPage } from '../assets/unbuilt-page.js';

export interface DocsParts extends PageGateParts {
  /** Whether everybody may read them, as in the demo. */
  readonly openToAll: boolean;
  /** What was built, by paths; null where nothing was. */
  readonly files: ReadonlyMap<string, Asset> | null;
}

interface DocsRoute {
  Params: { '*'?: string };
}

const HEADERS = {
  // They run nothing at all, and load nothing from anywhere else.
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-cache',
};

/** Serves the project's documentation at /docs, as pages that were made when the program was built. */
export function serveDocs(server: FastifyInstance, parts: DocsParts): void {
  const guarded = parts.openToAll ? {} : { onRequest: pageGate(parts) };
  const files = new Map([...(parts.files ?? [])].map(([path, file]) => [addressOf(path), file]));
  const answer = (request: FastifyRequest<DocsRoute>, reply: FastifyReply): FastifyReply => {
    const file = files.get(request.params['*'] ?? '');
    if (file !== undefined) return sendAsset(request, reply.headers(HEADERS), file);
    if (parts.files === null) return sendUnbuiltPage(reply, 'The documentation');
    reply.callNotFound();
    return reply;
  };
  server.get<DocsRoute>('/docs', guarded, answer);
  server.get<DocsRoute>('/docs/*', guarded, answer);
}

/** What is asked for behind /docs/: pages by their names alone. */
function addressOf(path: string): string {
  return path === 'index.html' ? '' : path.replace(/\.html$/, '');
}
