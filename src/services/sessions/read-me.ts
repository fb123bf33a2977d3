import type { Agency } from '../../domain/access/agency.js';
import type { Me, OwnPerson, OwnStanding } from '../../domain/access/me.js';
import { permissionsOf } from '../../domain/access/permission.js';
import { findPerson, type PersonRow } from '../../persistence/queries/find-person.js';
import { readAgency } from '../../persistence/queries/read-agencies.js';
import { readMemberships } from '../../persistence/queries/read-memberships.js';
import type { Identity } from '../credentials/identity.js';
import type { SessionKernel } from './session-kernel.js';

/** More than anybody is in. */
const MAX_MEMBERSHIPS = 1_000;

/** Who asks: the person or key, what they may do where they are, and where else they are. */
export async function readMe(
  { database: { everywhere } }: Pick<SessionKernel, 'database'>,
  identity: Identity,
): Promise<Me> {
  const { actor, credential, standing } = identity;
  if (credential.kind === 'KEY') {
    const agency = standing && (await readAgency(everywhere, standing.agencyId));
    return { actor, person: null, standing: standingIn(identity, agency), memberships: [] };
  }
  const { personId } = credential;
  const [person, memberships] = await Promise.all([
    findPerson(everywhere, personId),
    readMemberships(everywhere, personId, MAX_MEMBERSHIPS),
  ]);
  const chosen = memberships.find(({ agency }) => agency.id === standing?.agencyId);
  return {
    actor,
    person: person && ownPerson(person),
    standing: standingIn(identity, chosen?.agency ?? null),
    memberships,
  };
}

function ownPerson({ id, email, name, passwordHash, createdAt }: PersonRow): OwnPerson {
  return { id, email, name, hasPassword: passwordHash !== null, createdAt };
}

function standingIn({ standing }: Identity, agency: Agency | null): OwnStanding | null {
  if (standing === null || agency === null) return null;
  const { role, brandIds } = standing;
  const permissions = [...permissionsOf(role, { wholeAgency: brandIds === null })];
  return { agency, role, brandIds, permissions };
}
