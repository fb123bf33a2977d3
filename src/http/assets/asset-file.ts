/** Where a served file comes from, and what it is. */
export interface AssetFile {
  readonly path: string;
  readonly type: string;
}

/** The content types of what pages load. */
export const SCRIPT = 'text/javascript; charset=utf-8';
export const STYLE = 'text/css; charset=utf-8';
export const IMAGE = 'image/svg+xml';
