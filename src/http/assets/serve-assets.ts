import type { FastifyReply, FastifyRequest } from 'fastify';
import { badInput, refuse } from '../refuse.js';
import { type Asset, readAsset } from './asset.js';
import type { AssetFile } from './asset-file.js';

/** A request for one of a page's files. */
export type AssetRequest = FastifyRequest<{ Params: { name: string } }>;

/** Answers requests for some files by their names; browsers ask whether they have changed. */
export function assetHandler(
  files: ReadonlyMap<string, AssetFile>,
): (request: AssetRequest, reply: FastifyReply) => Promise<FastifyReply> {
  const assets = new Map<string, Promise<Asset>>();
  return async (request, reply) => {
    const { name } = request.params;
    const file = files.get(name);
    if (file === undefined) return refuse(reply, 404, badInput('There is nothing here.'));
    const asset = assets.get(name) ?? readAsset(file.path, file.type);
    assets.set(name, asset);
    return sendAsset(request, reply, await asset);
  };
}

function sendAsset(request: AssetRequest, reply: FastifyReply, asset: Asset): FastifyReply {
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
