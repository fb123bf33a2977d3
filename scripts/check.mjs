// `npm run check`: everything that can be said about the code without running it.
import { bootstrap } from './bootstrap.mjs';
import { runChecks } from './checks.mjs';

await bootstrap();
const { failed } = await runChecks();
process.exitCode = failed.length === 0 ? 0 : 1;
