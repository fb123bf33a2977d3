import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AssetFile, IMAGE, SCRIPT, STYLE } from '../assets/asset-file.js';

/** The files of the playground by the names under which they are served. */
export function assetFiles(): ReadonlyMap<string, AssetFile> {
  return new Map([
    ['react.js', fromPackage('react-18', 'umd/react.production.min.js', SCRIPT)],
    ['react-dom.js', fromPackage('react-dom-18', 'umd/react-dom.production.min.js', SCRIPT)],
    ['graphiql.js', fromPackage('graphiql', 'graphiql.min.js', SCRIPT)],
    ['graphiql.css', fromPackage('graphiql', 'graphiql.min.css', STYLE)],
    ['graphql-ws.js', fromPackage('graphql-ws', 'umd/graphql-ws.min.js', SCRIPT)],
    ['playground.js', ours('playground.js', SCRIPT)],
    ['session-bar.js', ours('session-bar.js', SCRIPT)],
    ['playground.css', ours('playground.css', STYLE)],
    ['icon.svg', ours('icon.svg', IMAGE)],
  ]);
}

/** Found by its folder, as not every package lets these files be asked for by name. */
function fromPackage(name: string, file: string, type: string): AssetFile {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return { path: join(dirname(manifest), file), type };
}

function ours(name: string, type: string): AssetFile {
  return { path: fileURLToPath(new URL(`./assets/${name}`, import.meta.url)), type };
}
