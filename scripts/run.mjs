// `node scripts/run.mjs dist/FILE.js [ARGUMENT …]`: any other built file.
import { resolve } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { launch } from './launch.mjs';
import { ROOT } from './project.mjs';

const [file, ...args] = process.argv.slice(2);
await bootstrap();
launch(resolve(ROOT, file), args);
