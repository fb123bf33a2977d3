// `npm run paceline -- COMMAND`: the management commands.
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { launch } from './launch.mjs';
import { DIST } from './project.mjs';

await bootstrap();
launch(join(DIST, 'cli', 'main.js'), process.argv.slice(2));
