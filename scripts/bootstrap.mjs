import { build, buildState } from './build.mjs';
import { exclusively } from './exclusive.mjs';
import { install, isInstalled } from './install.mjs';
import { fail } from './project.mjs';

/** Makes the project ready to run: packages installed, sources built. Costs little if they are. */
export async function bootstrap() {
  if (isInstalled() && buildState().fresh) return;
  await exclusively(async () => {
    if (!isInstalled()) await install();
    await build().catch((error) => fail(`The build failed.\n${error.message}`));
  });
}
