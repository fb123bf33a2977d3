import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Asset, type Encoding, ENCODINGS } from './asset.js';

/** Sends a file in the smallest form that the browser takes, or says that it has the file already. */
export function sendAsset(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  asset: Asset,
): FastifyReply {
  const { type, etag, plain, encoded } = asset;
  void reply.headers({ 'content-type': type, etag, vary: 'accept-encoding' });
  if (headers['if-none-match'] === etag) return reply.code(304).send();
  const accepted = headers['accept-encoding'] ?? '';
  for (const encoding of ENCODINGS) {
    const content = encoded[encoding];
    if (content === undefined || !accepts(accepted, encoding)) continue;
    return reply.header('content-encoding', encoding).send(content);
  }
  return reply.send(plain);
}

/** Whether a list such as `gzip, br;q=0` names an encoding and does not rule it out. */
function accepts(list: string, encoding: Encoding): boolean {
  return list.split(',').some((entry) => {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim());
    return name.toLowerCase() === encoding && !parameters.some((one) => /^q=0(\.0*)?$/.test(one));
  });
}
