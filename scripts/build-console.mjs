import { folderBuild } from './folder-build.mjs';
import { runTool } from './run-tool.mjs';
import { filesIn } from './sources.mjs';

const SETTINGS = 'web/vite.config.ts';
const GENERATED = 'web/src/client/generated/';
// The lock file says which versions of the packages are bundled.
const BESIDE = [
  'src/domain',
  'src/schema/schema.graphql',
  'package-lock.json',
  'tsconfig.json',
  'scripts/build-console.mjs',
  'scripts/compress-files.mjs',
];
// Neither a test run's mode nor its options are the console's.
const ENVIRONMENT = { NODE_ENV: 'production', NODE_OPTIONS: '' };

/** dist/console: what a browser loads, made of web/ and what it imports. */
export const consoleBuild = folderBuild({ name: 'console', sources, make });

function sources() {
  const own = filesIn('web').filter((path) => !path.startsWith(GENERATED));
  return own.includes(SETTINGS) ? [...own, ...BESIDE.flatMap(filesIn)] : [];
}

async function make(folder) {
  process.stderr.write('Building the console (once, a few seconds) …\n');
  await run('@graphql-codegen/cli/cjs/bin.js', ['--config', 'web/codegen.yml']);
  await run('vite/bin/vite.js', ['build', '--config', SETTINGS, '--outDir', folder]);
}

async function run(bin, args) {
  const { code, output } = await runTool({ bin, args, environment: ENVIRONMENT });
  if (code !== 0) throw new Error(`The console cannot be built.\n${output.trimEnd()}`);
}
