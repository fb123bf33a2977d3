import { runInProduction } from './platform/production.js';
import { requireNode } from './platform/require-node.js';

requireNode();
runInProduction();
// Loaded only now: an older Node could not even read what follows.
const { runProgram } = await import('./program.js');
await runProgram();
