import type { Identity } from '../credentials/identity.js';
import type { Visitor } from './visitor.js';

/** Who asks for something that is theirs, and from where. */
export interface Asking {
  readonly identity: Identity;
  readonly visitor: Visitor;
}
