import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

// What is made with `new` and may cross over. What is written down ({}, [], 'text', async …) is of the
// file's own context whatever its global is called, so those globals stay its own too.
const CROSSING = [
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError'],
  ...['TypeError', 'URIError', 'Date', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Temporal'],
];
const load = createRequire(import.meta.url);

/** Lets a test file's context have modules that its process has loaded before (see shared-module.mjs). */
export function shareModules(context) {
  for (const name of CROSSING) {
    // Otherwise an error of the program would not be an `instanceof Error` in a test.
    Object.defineProperty(context, name, {
      value: globalThis[name],
      configurable: true,
      writable: true,
    });
  }
  context.loadSharedModule = load;
}

/** Jest's environment for Node, with shared modules. */
export default class ProgramEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    shareModules(this.global);
  }
}
