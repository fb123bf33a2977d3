import type { Caller } from '../domain/access/caller.js';
import { ForbiddenError, UnauthenticatedError } from '../domain/errors.js';
import type { Identity } from '../services/credentials/identity.js';
import type { Kernel } from '../services/kernel.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What is known of whoever sent a request, whether or not they have shown who they are. */
export interface Visit {
  /** Null: nobody who is known. */
  readonly identity: Identity | null;
  /** The address that the request came from. */
  readonly origin: string;
  readonly userAgent: string | null;
  readonly requestId: string;
  /** Lets the client keep a session's token for so long; does nothing where it cannot, as on a socket. */
  keepSession(token: string, maxAgeSeconds: number): void;
  /** Lets the client forget its session's token. */
  forgetSession(): void;
}

/** What every resolver is given: the means to call services, on whose behalf, and the request's loaders. */
export interface GraphContext {
  readonly kernel: Kernel;
  /** Throws UnauthenticatedError where nobody is known to ask, ForbiddenError for who is in no agency. */
  readonly caller: Caller;
  readonly loaders: Loaders;
  readonly visit: Visit;
}

/** The context of one operation: a request, or a subscription with all its events. */
export function createContext(kernel: Kernel, caller: Caller | null, visit: Visit): GraphContext {
  return new OperationContext({ kernel, visit, knownCaller: caller });
}

interface ContextParts {
  readonly kernel: Kernel;
  readonly visit: Visit;
  readonly knownCaller: Caller | null;
}

/** The getters are those of a class, as Apollo copies what is the context's own, and would call them. */
class OperationContext implements GraphContext {
  readonly kernel: Kernel;
  readonly visit: Visit;
  private readonly knownCaller: Caller | null;
  private madeLoaders: Loaders | null = null;

  constructor({ kernel, visit, knownCaller }: ContextParts) {
    this.kernel = kernel;
    this.visit = visit;
    this.knownCaller = knownCaller;
  }

  get caller(): Caller {
    if (this.knownCaller !== null) return this.knownCaller;
    if (this.visit.identity !== null) throw new ForbiddenError('You are in no agency.');
    throw new UnauthenticatedError('Sign in, or send a key.');
  }

  get loaders(): Loaders {
    return (this.madeLoaders ??= createLoaders(this.kernel, this.caller));
  }
}
