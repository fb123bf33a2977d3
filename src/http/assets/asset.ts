import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { AssetFile } from './asset-file.js';

/** In what a browser may accept a text, the smaller first. */
export const ENCODINGS = ['br', 'gzip'] as const;

/** One of {@link ENCODINGS}. */
export type Encoding = (typeof ENCODINGS)[number];

/** A file as it is served, held in memory. */
export interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  /** The same, compressed. */
  readonly encoded: Readonly<Partial<Record<Encoding, Buffer>>>;
}

const compress = promisify(gzip);

/** Reads a file that was not compressed when the program was built, and does so now. */
export async function readAsset({ path, type }: AssetFile): Promise<Asset> {
  const plain = await readFile(path);
  return { type, etag: etagOf(plain), plain, encoded: { gzip: await compress(plain) } };
}

/** What tells one content from another. */
export function etagOf(content: Buffer): string {
  const digest = createHash('sha256').update(content).digest('base64url');
  return `"${digest.slice(0, 22)}"`;
}
