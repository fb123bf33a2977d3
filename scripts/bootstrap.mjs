import { build, isBuilt } from './build.mjs';
import { exclusively } from './exclusive.mjs';
import { install, isInstalled } from './install.mjs';
import { fail } from './project.mjs';

/**
 * Makes the project ready to run: packages installed, sources built, and with `pages` also what
 * browsers are shown. Costs little if all is there.
 */
export async function bootstrap({ pages = false } = {}) {
  if (isInstalled() && isBuilt({ pages })) return;
  await exclusively(async () => {
    if (!isInstalled()) await install();
    await build({ pages }).catch((error) => fail(`The build failed.\n${error.message}`));
  });
}
