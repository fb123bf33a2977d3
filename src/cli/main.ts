import { requireNode } from '../platform/require-node.js';

requireNode();
// Loaded only now: an older Node could not even read what follows.
const { runCommandLine } = await import('./run-command-line.js');
await runCommandLine(process.argv.slice(2));
