import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badInput, refuse } from '../refuse.js';
import { type Asset, readAsset } from './asset.js';
import { assetFiles } from './asset-files.js';
import { examplesFor } from './examples.js';
import { PLAYGROUND_PAGE, PLAYGROUND_POLICY } from './page.js';

/** Serves GraphiQL with its examples at /playground, from the installed packages alone. */
export function servePlayground(server: FastifyInstance): void {
  const files = assetFiles();
  const assets = new Map<string, Promise<Asset>>();
  server.get('/', (_request, reply) => reply.redirect('/playground'));
  server.get('/playground', (_request, reply) => {
    void reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PLAYGROUND_POLICY,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
    return PLAYGROUND_PAGE;
  });
  server.get<{ Querystring: { brandId?: string } }>('/playground/examples.json', (request) =>
    examplesFor(request.query.brandId ?? null),
  );
  server.get<{ Params: { name: string } }>('/playground/assets/:name', async (request, reply) => {
    const { name } = request.params;
    const file = files.get(name);
    if (file === undefined) return refuse(reply, 404, badInput('There is nothing here.'));
    const asset = assets.get(name) ?? readAsset(file.path, file.type);
    assets.set(name, asset);
    return sendAsset(request, reply, await asset);
  });
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  const { type, etag, plain, compressed } = asset;
  void reply.headers({
    'content-type': type,
    etag,
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(plain);
  return reply.header('content-encoding', 'gzip').send(compressed);
}
