// `npm start`: installs and builds what is not there, then runs the program.
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { launch } from './launch.mjs';
import { DIST } from './project.mjs';

await bootstrap({ pages: true });
launch(join(DIST, 'main.js'), process.argv.slice(2));
