import { UnauthenticatedError } from '../domain/errors.js';
import type { Identity } from '../services/credentials/identity.js';
import type { Visit } from './context.js';

/** Who asks, in whichever agency or none. Throws UnauthenticatedError where nobody has shown who they are. */
export function signedIn({ identity }: Visit): Identity {
  if (identity === null) throw new UnauthenticatedError('Sign in, or send a key.');
  return identity;
}
