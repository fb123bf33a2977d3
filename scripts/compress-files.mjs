import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(?:css|graphql|html|js|json|map|md|svg|txt|webmanifest)$/;
// Done once and sent often: as small as it gets.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
const GZIP = { level: constants.Z_BEST_COMPRESSION };
const WAYS = [
  { extension: '.br', compress: (content) => promisify(brotliCompress)(content, BROTLI) },
  { extension: '.gz', compress: (content) => promisify(gzip)(content, GZIP) },
];

/** Writes beside each text of a folder what it is compressed, where that is smaller. */
export async function compressFiles(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => TEXT.test(name));
  await Promise.all(names.map((name) => compressFile(join(folder, name))));
}

async function compressFile(path) {
  const content = readFileSync(path);
  for (const { extension, compress } of WAYS) {
    const compressed = await compress(content);
    if (compressed.length < content.length) writeFileSync(`${path}${extension}`, compressed);
  }
}
