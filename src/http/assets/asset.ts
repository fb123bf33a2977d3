import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file as it is served: read and compressed once, when it is first asked for. */
export interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly compressed: Buffer;
}

const compress = promisify(gzip);

/** Reads the file behind a name. */
export async function readAsset(path: string, type: string): Promise<Asset> {
  const plain = await readFile(path);
  const digest = createHash('sha256').update(plain).digest('base64url');
  return { type, etag: `"${digest.slice(0, 22)}"`, plain, compressed: await compress(plain) };
}
