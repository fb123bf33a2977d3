import { extname } from 'node:path';

/** Where a served file comes from, and what it is. */
export interface AssetFile {
  readonly path: string;
  readonly type: string;
}

/** The content types of what pages load. */
export const SCRIPT = 'text/javascript; charset=utf-8';
export const STYLE = 'text/css; charset=utf-8';
export const IMAGE = 'image/svg+xml';

const TEXT = 'text/plain; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
  '.css': STYLE,
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': SCRIPT,
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': IMAGE,
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** What a file is by its name: text, where that does not say. */
export function typeOf(name: string): string {
  return TYPES[extname(name)] ?? TEXT;
}
