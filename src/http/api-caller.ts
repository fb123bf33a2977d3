import type { Actor, Caller } from '../domain/access/caller.js';
import { DEFAULT_AGENCY_ID } from '../domain/access/default-agency.js';

/** Who sends the requests: credentials are accepted, not yet told apart. */
const ANONYMOUS: Actor = { kind: 'USER', id: 'anonymous', name: 'Anonymous' };

/** On whose behalf a request of the API runs. */
export function apiCaller(requestId: string): Caller {
  return { agencyId: DEFAULT_AGENCY_ID, actor: ANONYMOUS, requestId };
}
