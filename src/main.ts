import { requireNode } from './platform/require-node.js';

requireNode();
// Libraries check more, and are slower for it, where they are not told.
process.env['NODE_ENV'] ??= 'production';
// Loaded only now: an older Node could not even read what follows.
const { runProgram } = await import('./program.js');
await runProgram();
