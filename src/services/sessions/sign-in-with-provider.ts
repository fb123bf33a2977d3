import {
  claimOpenIdPerson,
  type OpenIdAccount,
} from '../../persistence/queries/find-openid-person.js';
import type { AccessKernel } from '../access-kernel.js';
import { auditPerson } from '../people/audit-person.js';
import { endEntrances } from '../people/end-entrances.js';
import { type OpenedSession, openingOf, openSession } from './open-session.js';
import type { Visitor } from './visitor.js';

/**
 * Opens a session for whoever an OpenID Connect provider vouches for, if they have been made a person
 * here: a provider opens no door to an agency by itself. The first time they are found by their e-mail
 * address, later by what the provider knows them by. Since nobody has proven the address before, what
 * opened their account until then, a password, links and sessions, is ended. Null: nobody here is known
 * by it.
 */
export function signInWithProvider(
  kernel: AccessKernel,
  visitor: Visitor,
  account: OpenIdAccount,
): Promise<OpenedSession | null> {
  return kernel.database.everywhere.write(async (unit) => {
    const claim = await claimOpenIdPerson(unit, account);
    if (claim === null) return null;
    const { person, isNew } = claim;
    if (isNew) await endEntrances(kernel, unit, person.id);
    const session = await openSession(kernel, unit, { personId: person.id, visitor });
    const change = isNew ? linkedTo(account) : openingOf(session, 'provider');
    await auditPerson(kernel, unit, { person, visitor, change });
    return session;
  });
}

function linkedTo({ issuer, subject }: OpenIdAccount) {
  return { action: 'person.link_provider', before: null, after: { issuer, subject } } as const;
}
