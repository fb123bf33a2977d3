import type { FastifyReply, FastifyRequest } from 'fastify';
import { badInput, refuse } from '../refuse.js';
import { type Asset, readAsset } from './asset.js';
import type { AssetFile } from './asset-file.js';
import { sendAsset } from './send-asset.js';

/** A request for one of a page's files. */
export type AssetRequest = FastifyRequest<{ Params: { name: string } }>;

/**
 * Answers requests for some files by their names: each is read when it is first asked for, and
 * browsers ask whether it has changed.
 */
export function assetHandler(
  files: ReadonlyMap<string, AssetFile>,
): (request: AssetRequest, reply: FastifyReply) => Promise<FastifyReply> {
  const assets = new Map<string, Promise<Asset>>();
  return async (request, reply) => {
    const { name } = request.params;
    const file = files.get(name);
    if (file === undefined) return refuse(reply, 404, badInput('There is nothing here.'));
    const asset = assets.get(name) ?? readAsset(file);
    assets.set(name, asset);
    return sendAsset(request, reply.header('cache-control', 'no-cache'), await asset);
  };
}
