import type { Caller } from '../domain/access/caller.js';
import type { Kernel } from '../services/kernel.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What every resolver is given: the means to call services, on whose behalf, and the request's loaders. */
export interface GraphContext {
  readonly kernel: Kernel;
  readonly caller: Caller;
  readonly loaders: Loaders;
}

/** The context of one operation: a request, or a subscription with all its events. */
export function createContext(kernel: Kernel, caller: Caller): GraphContext {
  return { kernel, caller, loaders: createLoaders(kernel, caller) };
}
